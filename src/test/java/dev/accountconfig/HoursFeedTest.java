package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.simulator.Kind;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar feed, read back by another implementation of RFC 5545 than the one that writes it. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class HoursFeedTest {
    Simulator vendor;

    @Inject
    MovableTime time;

    @BeforeEach
    void beforeChristmas() {
        time.setCalendar(Instant.parse("2026-12-20T12:00:00Z"));
    }

    @AfterEach
    void releaseTheCalendar() {
        time.releaseCalendar();
    }

    private static Response feedOf(String account) {
        return given().get("/v1/accounts/" + account + "/hours.ics");
    }

    private static List<VEvent> events(Response feed) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(feed.asString()));
        calendar.validate(true);
        return calendar.getComponents("VEVENT");
    }

    private static VEvent summarized(List<VEvent> events, String summary) {
        return events.stream()
                .filter(event -> event.getSummary().getValue().equals(summary))
                .findFirst()
                .orElseThrow();
    }

    private static Temporal start(VEvent event) {
        return event.<DtStart<?>>getProperty("DTSTART").orElseThrow().getDate();
    }

    @Test
    void itIsAValidCalendarOfOpenStretchesAndClosedDays() throws IOException, ParserException {
        Response feed = feedOf("31415926");
        assertThat(feed.contentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(feed.asString()).contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        List<VEvent> events = events(feed);
        VEvent christmas = summarized(events, "Closed: Christmas Day 2026");
        assertThat(start(christmas)).isEqualTo(LocalDate.of(2026, 12, 25));
        assertThat(events.stream()
                        .filter(event -> event.getSummary().getValue().equals("Open: UK office hours"))
                        .map(event -> Instant.from(start(event))))
                .contains(Instant.parse("2026-12-23T09:00:00Z"), Instant.parse("2027-06-01T08:00:00Z"))
                .doesNotContain(Instant.parse("2026-12-25T09:00:00Z"));
    }

    @Test
    void whatAnOccasionOpensIsCalledByTheOccasionsName() throws IOException, ParserException {
        assertThat(Instant.from(start(summarized(events(feedOf("31415926")), "Open: Christmas Eve short day"))))
                .isEqualTo(Instant.parse("2026-12-24T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"31415926, ''", "31415926, ?skill=4103000210", "31415926, ?skill=4103000310"})
    void everyEventHasAUidOfItsOwnThatStaysTheSameTomorrow(String account, String query)
            throws IOException, ParserException {
        String target = "/v1/accounts/" + account + "/hours.ics" + query;
        List<String> today = uids(given().get(target));
        assertThat(today).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        time.setCalendar(Instant.parse("2026-12-21T12:00:00Z"));
        List<String> tomorrow = uids(given().get(target));
        long gone = today.stream().filter(uid -> !tomorrow.contains(uid)).count();
        long come = tomorrow.stream().filter(uid -> !today.contains(uid)).count();
        assertThat(gone).as("events of the day that left the window").isLessThanOrEqualTo(2);
        assertThat(come).as("events of the day that entered it").isLessThanOrEqualTo(2);
    }

    private static List<String> uids(Response feed) throws IOException, ParserException {
        return events(feed).stream()
                .map(event -> event.getUid().orElseThrow().getValue())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Closed; for \"good\", we think, and for a very long time: Überraschung",
                "年末年始の休業日、年末年始の休業日、年末年始の休業日、年末年始の休業日、年末年始の休業日、年末年始の休業日",
                "🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄🎄"
            })
    void namesSurviveInLinesOf75Octets(String name) throws IOException, ParserException {
        closesAtChristmas("cold45", name);
        Response feed = feedOf("cold45");
        assertThat(new String(feed.asByteArray(), StandardCharsets.UTF_8).lines())
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(summarized(events(feed), "Closed: " + name)).isNotNull();
    }

    @Test
    void controlCharactersAreLeftOut() throws IOException, ParserException {
        closesAtChristmas("cold49", "Ring\\u0007 the\\u000b bell");
        assertThat(summarized(events(feedOf("cold49")), "Closed: Ring the bell"))
                .isNotNull();
    }

    /** What was read before is too old to be served without asking. */
    private void closesAtChristmas(String account, String name) {
        time.pass(Duration.ofHours(1));
        vendor.world().account(account).put(Kind.OCCASIONS, """
                {"id":4101000110,"name":"x","isDefault":true,"deleted":false,"events":[
                 {"meta":{"working":false,"name":"%s"},
                  "start":{"dateTime":"2026-12-25","timeZone":"Europe/London"},
                  "end":{"dateTime":"2026-12-26","timeZone":"Europe/London"},"recurrence":[]}]}""".formatted(name.replace("\"", "\\\"")));
    }

    @Test
    void anAccountWithoutAScheduleSaysSoInsteadOfNothing() throws IOException, ParserException {
        vendor.world().account("cold50").replaceAll(Kind.WORKDAYS, "[]");
        vendor.world().account("cold50").replaceAll(Kind.OCCASIONS, "[]");
        assertThat(events(feedOf("cold50")))
                .singleElement()
                .satisfies(event -> assertThat(event.getSummary().getValue()).startsWith("Hours unknown"));
    }

    @Test
    void whoHasItGets304UntilTomorrow() {
        String tag = feedOf("cold46").header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/accounts/cold46/hours.ics")
                .then()
                .statusCode(304);
        time.setCalendar(Instant.parse("2026-12-21T12:00:00Z"));
        given().header("If-None-Match", tag)
                .get("/v1/accounts/cold46/hours.ics")
                .then()
                .statusCode(200);
    }
}
