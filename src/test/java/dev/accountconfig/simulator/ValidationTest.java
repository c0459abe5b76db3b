package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static dev.accountconfig.simulator.Visitor.WORKDAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest extends SimulatorTestCase {

    private static final String OFF = """
            {"meta": {"working": false, "name": "off"}, "start": {"dateTime": "2026-12-25", "timeZone": "Europe/London"},
             "end": {"dateTime": "2026-12-26", "timeZone": "Europe/London"}, "recurrence": []}""";
    private static final String SHIFT = """
            {"start": {"dateTime": "2026-07-06T09:00:00", "timeZone": "Europe/London"},
             "end": {"dateTime": "2026-07-06T17:00:00", "timeZone": "Europe/London"},
             "recurrence": ["RRULE:FREQ=WEEKLY;BYDAY=MO"]}""";

    private static ObjectNode object(String event) {
        ObjectNode object =
                Json.object().put("name", "Anything").put("description", "").put("isDefault", false);
        return object.set("events", Json.array().add(Json.read(event).orElseThrow()));
    }

    private static Stream<Rule> broken(Kind kind, ObjectNode object) {
        return ObjectRules.broken(kind, object).map(Violation::rule);
    }

    private static Stream<Rule> brokenBy(Kind kind, String event, Consumer<ObjectNode> change) {
        var object = object(event);
        change.accept((ObjectNode) object.path("events").path(0));
        return broken(kind, object);
    }

    private static void times(ObjectNode event, String start, String end) {
        event.withObject("/start").put("dateTime", start);
        event.withObject("/end").put("dateTime", end);
    }

    private static void recurs(ObjectNode event, String... rules) {
        var recurrence = event.putArray("recurrence");
        Stream.of(rules).forEach(recurrence::add);
    }

    /** Contract, section 11.14: what must be refused, one reason each. */
    static Stream<Arguments> refusedEvents() {
        return Stream.of(
                Arguments.of("""
                        {"meta": {"working": false, "name": "yearly rule"}, "start": {"dateTime": "2026-12-25", "timeZone": "Europe/London"}, "end": {"dateTime": "2026-12-26", "timeZone": "Europe/London"}, "recurrence": ["RRULE:FREQ=YEARLY;INTERVAL=1"]}""", Rule.RECURRENCE_PATTERN, "/events/0/recurrence: this recurrence is not supported"),
                Arguments.of("""
                        {"meta": {"working": false, "name": "off for 31 days"}, "start": {"dateTime": "2026-12-25", "timeZone": "Europe/London"}, "end": {"dateTime": "2026-12-26", "timeZone": "Europe/London"}, "recurrence": ["RRULE:FREQ=DAILY;COUNT=31;INTERVAL=1"]}""", Rule.OFF_UP_TO_30_DAYS, "/events/0: off for more than 30 days"),
                Arguments.of(
                        """
                        {"meta": {"working": true, "name": "zones differ"}, "start": {"dateTime": "2026-12-25T09:00:00", "timeZone": "Europe/London"}, "end": {"dateTime": "2026-12-25T12:00:00", "timeZone": "Europe/Zurich"}, "recurrence": []}""", Rule.ZONES_EQUAL, "/events/0/end/timeZone: start and end are in different time zones"),
                Arguments.of(
                        """
                        {"meta": {"working": true, "name": "zone suffix in dateTime"}, "start": {"dateTime": "2026-12-25T09:00:00Z", "timeZone": "Europe/London"}, "end": {"dateTime": "2026-12-25T12:00:00Z", "timeZone": "Europe/London"}, "recurrence": []}""",
                        Rule.DATE_TIME_FORMAT,
                        "/events/0/start/dateTime: yyyy-MM-dd or yyyy-MM-dd'T'HH:mm:ss is expected"),
                Arguments.of("""
                        {"meta": {"working": false, "name": "unknown zone"}, "start": {"dateTime": "2026-12-25", "timeZone": "Europe/Warsaq"}, "end": {"dateTime": "2026-12-26", "timeZone": "Europe/Warsaq"}, "recurrence": []}""", Rule.ZONE_SUPPORTED, "/events/0/start/timeZone: this time zone is not supported"));
    }

    @ParameterizedTest
    @MethodSource("refusedEvents")
    void whatTheContractForbidsIsRefusedForItsOwnReason(String event, Rule rule, String words) {
        var answer = visitor.signedIn().post(OCCASIONS, object(event).toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("specialoccasion");
        assertThat(answer.json().path("message").asText()).isEqualTo(words);
        assertThat(broken(Kind.OCCASIONS, object(event))).containsOnly(rule);
        assertThat(simulator.world().account().revision()).isEqualTo(1204);
    }

    @ParameterizedTest
    @MethodSource("refusedEvents")
    void aLenientVendorTakesAnything(String event, Rule rule, String words) {
        simulator.habits().adopt(Quirk.LENIENT);

        assertThat(visitor.signedIn().post(OCCASIONS, object(event).toString()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("refusedEvents")
    void aRuleCanBeWaivedOnItsOwn(String event, Rule rule, String words) {
        simulator.habits().waive(rule);

        assertThat(visitor.signedIn().post(OCCASIONS, object(event).toString()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"OCCASIONS", "WORKDAYS"})
    void theDefaultWorldKeepsEveryRule(Kind kind) {
        assertThat(simulator.world().account().items(kind).stream().flatMap(item -> ObjectRules.broken(kind, item)))
                .isEmpty();
    }

    @Test
    void anObjectNeedsItsFields() {
        assertThat(broken(Kind.OCCASIONS, Json.object()))
                .containsExactly(
                        Rule.NAME_PRESENT, Rule.DESCRIPTION_PRESENT, Rule.IS_DEFAULT_PRESENT, Rule.EVENTS_PRESENT);
    }

    @Test
    void anOccasionsEventNeedsItsFields() {
        assertThat(broken(Kind.OCCASIONS, object("{}")).distinct())
                .containsExactly(
                        Rule.META_PRESENT,
                        Rule.META_WORKING_PRESENT,
                        Rule.META_NAME_PRESENT,
                        Rule.DATE_TIME_FORMAT,
                        Rule.ZONE_SUPPORTED,
                        Rule.RECURRENCE_PRESENT);
    }

    @Test
    void namesEndAt50AndDescriptionsAt200Characters() {
        var fits = object(OFF).put("name", "ü".repeat(50)).put("description", "ü".repeat(200));
        var tooLong = object(OFF).put("name", "ü".repeat(51)).put("description", "ü".repeat(201));

        assertThat(broken(Kind.OCCASIONS, fits)).isEmpty();
        assertThat(broken(Kind.OCCASIONS, tooLong)).containsExactly(Rule.NAME_UP_TO_50, Rule.DESCRIPTION_UP_TO_200);
    }

    @Test
    void deletedIsABooleanOrAbsent() {
        assertThat(broken(Kind.OCCASIONS, object(OFF).put("deleted", "no"))).containsExactly(Rule.DELETED_IS_BOOLEAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-13-01", "2026-02-30", "2026-12-25T09:00", "2026-12-25T09:00:00.000", "25.12.2026", ""})
    void aDateTimeIsADateOrATimeToTheSecond(String text) {
        assertThat(brokenBy(Kind.OCCASIONS, OFF, event -> times(event, text, text)))
                .containsOnly(Rule.DATE_TIME_FORMAT);
    }

    @Test
    void workdaysMayLeaveOutTheSeconds() {
        assertThat(brokenBy(Kind.WORKDAYS, SHIFT, event -> times(event, "2026-07-06T00:00", "2026-07-06T23:59")))
                .isEmpty();
    }

    @Test
    void offDaysEndAt30AndWorkingDaysDoNot() {
        Consumer<ObjectNode> long45 = event -> recurs(event, "RRULE:FREQ=DAILY;COUNT=45;INTERVAL=1");
        Consumer<ObjectNode> working = event -> event.withObject("/meta").put("working", true);

        assertThat(brokenBy(Kind.OCCASIONS, OFF, event -> recurs(event, "RRULE:FREQ=DAILY;COUNT=30;INTERVAL=1")))
                .isEmpty();
        assertThat(brokenBy(Kind.OCCASIONS, OFF, long45)).containsExactly(Rule.OFF_UP_TO_30_DAYS);
        assertThat(brokenBy(Kind.OCCASIONS, OFF, long45.andThen(working))).isEmpty();
    }

    @Test
    void aSpanOfOffDaysEndsAt30AsWell() {
        assertThat(brokenBy(Kind.OCCASIONS, OFF, event -> times(event, "2026-12-01", "2026-12-31")))
                .isEmpty();
        assertThat(brokenBy(Kind.OCCASIONS, OFF, event -> times(event, "2026-12-01", "2027-01-01")))
                .containsExactly(Rule.OFF_UP_TO_30_DAYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=DAILY;COUNT=0;INTERVAL=1",
                "RRULE:FREQ=DAILY;COUNT=5;INTERVAL=2",
                "RRULE:FREQ=DAILY;INTERVAL=1;COUNT=5",
                "FREQ=DAILY;COUNT=5;INTERVAL=1",
                "RRULE:FREQ=WEEKLY;BYDAY=MO"
            })
    void anOccasionRecursDailyOrNotAtAll(String rule) {
        assertThat(brokenBy(Kind.OCCASIONS, OFF, event -> recurs(event, rule)))
                .containsExactly(Rule.RECURRENCE_PATTERN);
    }

    @Test
    void thereIsAtMostOneRule() {
        var daily = "RRULE:FREQ=DAILY;COUNT=5;INTERVAL=1";

        assertThat(brokenBy(Kind.OCCASIONS, OFF, event -> recurs(event, daily, daily)))
                .containsExactly(Rule.RECURRENCE_PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=WEEKLY;BYDAY=XX",
                "RRULE:FREQ=WEEKLY;BYDAY=MO,TU",
                "RRULE:FREQ=DAILY;COUNT=5;INTERVAL=1"
            })
    void workdaysRecurWeeklyOnOneDay(String rule) {
        assertThat(brokenBy(Kind.WORKDAYS, SHIFT, event -> recurs(event, rule)))
                .containsExactly(Rule.RECURRENCE_PATTERN);
    }

    @Test
    void workdaysMustRecur() {
        assertThat(brokenBy(Kind.WORKDAYS, SHIFT, event -> recurs(event))).containsExactly(Rule.RECURRENCE_PATTERN);
    }

    @Test
    void aWeekdayThatDisagreesWithItsDateIsNoError() {
        assertThat(brokenBy(Kind.WORKDAYS, SHIFT, event -> recurs(event, "RRULE:FREQ=WEEKLY;BYDAY=SU")))
                .isEmpty();
    }

    @Test
    void workdaysHaveNoMeta() {
        assertThat(brokenBy(Kind.WORKDAYS, SHIFT, event -> event.putObject("meta")))
                .containsExactly(Rule.META_ABSENT_IN_WORKDAYS);
    }

    @Test
    void aWorkdaysEventEndsWithin24Hours() {
        assertThat(brokenBy(Kind.WORKDAYS, SHIFT, event -> times(event, "2026-07-06", "2026-07-07")))
                .isEmpty();
        assertThat(brokenBy(Kind.WORKDAYS, SHIFT, event -> times(event, "2026-07-06T00:00:00", "2026-07-07T00:00:01")))
                .containsExactly(Rule.WORKDAYS_EVENT_UP_TO_24_HOURS);
    }

    @Test
    void aRefusalOfWorkdaysSaysSo() {
        var answer = visitor.signedIn().post(WORKDAYS, object(OFF).toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("workinghours");
    }
}
