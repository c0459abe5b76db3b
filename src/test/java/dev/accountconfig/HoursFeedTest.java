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
    void itIsAValidCalendarOfOpenIntervalsAndClosedDays() throws IOException, ParserException {
        Response feed = feedOf("31415926");
        assertThat(feed.contentType()).isEqualTo("text/calendar;charset=UTF-8");
        List<VEvent> events = events(feed);
        VEvent christmas = summarized(events, "Closed: Christmas Day 2026");
        assertThat(start(christmas)).isEqualTo(LocalDate.of(2026, 12, 25));
        assertThat(events.stream()
                        .filter(event -> event.getSummary().getValue().equals("Open: UK office hours"))
                        .map(event -> Instant.from(start(event))))
                .contains(Instant.parse("2026-12-24T09:00:00Z"), Instant.parse("2027-06-01T08:00:00Z"))
                .doesNotContain(Instant.parse("2026-12-25T09:00:00Z"));
    }

    @Test
    void everyEventHasAUidOfItsOwnThatStaysTheSameTomorrow() throws IOException, ParserException {
        List<String> today = uids(feedOf("31415926"));
        assertThat(today).doesNotHaveDuplicates();
        time.setCalendar(Instant.parse("2026-12-21T12:00:00Z"));
        List<String> tomorrow = uids(feedOf("31415926"));
        assertThat(tomorrow)
                .containsAll(today.stream()
                        .filter(uid -> uid.compareTo("open-2026-11-22") > 0 && uid.compareTo("open-9") < 0)
                        .toList());
    }

    private static List<String> uids(Response feed) throws IOException, ParserException {
        return events(feed).stream()
                .map(event -> event.getUid().orElseThrow().getValue())
                .toList();
    }

    @Test
    void namesWithCommasLineBreaksAndManyLettersSurvive() throws IOException, ParserException {
        String name = "Closed; for \"good\", we think, and for a very long time: Überraschung, ".repeat(3) + "end";
        vendor.world().account("cold45").put(Kind.OCCASIONS, """
                        {"id":4101000110,"name":"x","isDefault":true,"deleted":false,"events":[
                         {"meta":{"working":false,"name":"%s"},
                          "start":{"dateTime":"2026-12-25","timeZone":"Europe/London"},
                          "end":{"dateTime":"2026-12-26","timeZone":"Europe/London"},"recurrence":[]}]}""".formatted(name.replace("\"", "\\\"")));
        Response feed = feedOf("cold45");
        assertThat(feed.asString().lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75 + 2);
        assertThat(summarized(events(feed), "Closed: " + name)).isNotNull();
    }

    @Test
    void whoHasItGets304UntilTomorrow() {
        String tag = feedOf("cold46").header("ETag");
        given().header("If-None-Match", tag)
                .get("/v1/accounts/cold46/hours.ics")
                .then()
                .statusCode(304);
    }
}
