package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.schedule.Finding;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Recurrence;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.schedule.Timing;
import dev.accountconfig.schedule.WallTime;
import io.vertx.core.buffer.Buffer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor's JSON, read leniently: nothing is lost, one broken item spoils nothing, what is unclear says why. */
class OccasionReaderTest {
    private static final String LONDON_DAY =
            "{'dateTime':'2026-12-25','timeZone':'Europe/London'},'end':{'dateTime':'2026-12-26','timeZone':'Europe/London'}";

    private static Snapshot<Occasion> read(String json) {
        var nodes = VendorJson.of(Said.content(Buffer.buffer(json.replace('\'', '"')), "1"));
        return new CollectionReader<>(Resource.occasions())
                .read(StreamSupport.stream(nodes.spliterator(), false).toList());
    }

    private static OccasionEvent event(String json) {
        return read("[{'id':1,'name':'n','events':[" + json + "]}]")
                .items()
                .get(0)
                .events()
                .get(0);
    }

    private static OccasionEvent timed(String start, String end) {
        return event("{'meta':{'working':true,'name':'e'},'start':" + start + ",'end':" + end + "}");
    }

    @Test
    void aWholeDayIsReadAsDates() {
        OccasionEvent event =
                event("{'meta':{'working':false,'name':'Christmas'},'start':" + LONDON_DAY + ",'recurrence':[]}");
        assertThat(event)
                .isEqualTo(new OccasionEvent(
                        "Christmas",
                        false,
                        new Timing.Span(
                                new WallTime.Day(LocalDate.of(2026, 12, 25)),
                                new WallTime.Day(LocalDate.of(2026, 12, 26)),
                                ZoneId.of("Europe/London")),
                        new Recurrence.Once()));
    }

    @Test
    void timesAreReadWithAndWithoutSeconds() {
        Timing timing = timed(
                        "{'dateTime':'2026-12-25T09:00','timeZone':'Europe/London'}",
                        "{'dateTime':'2026-12-25T12:30:00','timeZone':'Europe/London'}")
                .timing();
        assertThat(timing)
                .isEqualTo(new Timing.Span(
                        new WallTime.Time(LocalDateTime.of(2026, 12, 25, 9, 0)),
                        new WallTime.Time(LocalDateTime.of(2026, 12, 25, 12, 30)),
                        ZoneId.of("Europe/London")));
        assertThat(timing.start()).isEqualTo("2026-12-25T09:00:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-25T09:00:00  | Europe/London | 2026-12-25T12:00:00  | Europe/Zurich | different time zones",
                "2026-12-25           | Europe/Warsaq | 2026-12-26           | Europe/Warsaq | nobody knows the time zone",
                "2026-12-25T09:00:00Z | Europe/London | 2026-12-25T12:00:00Z | Europe/London | neither a date nor",
                "2026-02-30           | Europe/London | 2026-03-02           | Europe/London | neither a date nor",
                "2026-12-25           | Europe/London | +999999999-12-31     | Europe/London | neither a date nor",
                "2026-12-25           | Europe/London | 2026-12-24           | Europe/London | ends before it starts",
                "2026-12-25T12:00:00  | Europe/London | 2026-12-25T09:00:00  | Europe/London | ends before it starts",
            })
    void aTimingThatCannotBeHonouredIsKeptAsWrittenWithTheReason(
            String start, String startZone, String end, String endZone, String reason) {
        Timing timing = timed(point(start, startZone), point(end, endZone)).timing();
        assertThat(timing).isInstanceOfSatisfying(Timing.Unclear.class, unclear -> {
            assertThat(unclear.reason()).contains(reason);
            assertThat(unclear.start()).isEqualTo(start);
            assertThat(unclear.end()).isEqualTo(end);
        });
    }

    private static String point(String dateTime, String zone) {
        return "{'dateTime':'" + dateTime + "','timeZone':'" + zone + "'}";
    }

    @Test
    void anEventThatDoesNotSayWhetherItIsWorkingIsUnclear() {
        assertThat(event("{'meta':{'name':'e'},'start':" + LONDON_DAY + "}").timing())
                .isInstanceOfSatisfying(
                        Timing.Unclear.class,
                        unclear -> assertThat(unclear.reason()).contains("working or not"));
    }

    @Test
    void anEventThatIsNoObjectIsUnclear() {
        assertThat(event("7").timing()).isInstanceOf(Timing.Unclear.class);
    }

    @Test
    void aMissingRuleMeansOnce() {
        assertThat(event("{'meta':{'working':true},'start':" + LONDON_DAY + "}").recurrence())
                .isEqualTo(new Recurrence.Once());
    }

    @ParameterizedTest
    @CsvSource({
        "RRULE:FREQ=DAILY;COUNT=14;INTERVAL=1, 14",
        "RRULE:FREQ=DAILY;COUNT=1;INTERVAL=1, 1",
        "RRULE:FREQ=DAILY;COUNT=3, 3"
    })
    void aDailyRuleWithACountIsUnderstood(String rule, int count) {
        assertThat(rule(rule)).isEqualTo(new Recurrence.Daily(count));
    }

    @Test
    void aWeeklyRuleIsUnderstood() {
        assertThat(rule("RRULE:FREQ=WEEKLY;BYDAY=SU")).isEqualTo(new Recurrence.Weekly(DayOfWeek.SUNDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "RRULE:FREQ=YEARLY;INTERVAL=1",
        "RRULE:FREQ=DAILY;INTERVAL=1",
        "RRULE:FREQ=DAILY;COUNT=0;INTERVAL=1",
        "RRULE:FREQ=DAILY;COUNT=2;INTERVAL=2",
        "RRULE:FREQ=DAILY;COUNT=99999999999;INTERVAL=1",
        "nonsense"
    })
    void anyOtherRuleIsKeptAndNotGuessed(String rule) {
        assertThat(rule(rule)).isEqualTo(new Recurrence.Unsupported(rule));
    }

    private static Recurrence rule(String rule) {
        return event("{'meta':{'working':true},'start':" + LONDON_DAY + ",'recurrence':['" + rule + "']}")
                .recurrence();
    }

    @Test
    void unknownFieldsAreKeptBesideTheItem() {
        Snapshot<Occasion> snapshot = read("[{'id':7,'name':'n','dateCreated':'x','events':[]}]");
        assertThat(snapshot.entries().get(0).json()).contains("\"dateCreated\":\"x\"");
    }

    @Test
    void oneItemWithoutAnIdBecomesAFindingAndSpoilsNothing() {
        Snapshot<Occasion> snapshot = read("[{'id':7,'name':'good','events':[]},{'name':'bad','events':[]},'junk']");
        assertThat(snapshot.items()).extracting(Occasion::name).containsExactly("good");
        assertThat(snapshot.findings()).hasSize(2).extracting(Finding::severity).containsOnly(Finding.Severity.ERROR);
        assertThat(snapshot.findings().get(0).words()).contains("bad").contains("no readable id");
    }

    @Test
    void itemsComeByAscendingIdWhateverTheVendorsOrder() {
        assertThat(read("[{'id':9,'events':[]},{'id':'3','events':[]}]").items())
                .extracting(Occasion::id)
                .containsExactly(3L, 9L);
    }

    @Test
    void aMissingDescriptionAndMissingFlagsAreTolerated() {
        assertThat(read("[{'id':1}]").items()).containsExactly(new Occasion(1, "", null, false, false, List.of()));
    }
}
