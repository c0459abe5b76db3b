package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.accountconfig.simulator.Kind;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Are we open?", asked as a caller asks it. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class HoursTest {
    private static final String ACCOUNT = "/v1/accounts/31415926";

    Simulator vendor;

    @Inject
    MovableTime time;

    @AfterEach
    void releaseTheCalendar() {
        time.releaseCalendar();
        vendor.clearMishaps();
    }

    private static ValidatableResponse get(String target) {
        return given().urlEncodingEnabled(false).get(target).then();
    }

    /** The overview of the Special Occasions API: workdays 09-12, occasion 16-22, effective 16-22. */
    @Test
    void anOccasionReplacesTheWorkdaysOfItsDay() {
        vendor.world().account("cold40").put(Kind.WORKDAYS, """
                        {"id":4102000110,"name":"Mondays","isDefault":true,"deleted":false,"events":[
                         {"start":{"dateTime":"2026-07-06T09:00:00","timeZone":"Europe/Zurich"},
                          "end":{"dateTime":"2026-07-06T12:00:00","timeZone":"Europe/Zurich"},
                          "recurrence":["RRULE:FREQ=WEEKLY;BYDAY=MO"]}]}""");
        vendor.world().account("cold40").put(Kind.OCCASIONS, """
                        {"id":4101000110,"name":"Late Monday","isDefault":true,"deleted":false,"events":[
                         {"meta":{"working":true,"name":"Late"},
                          "start":{"dateTime":"2026-07-13T16:00:00","timeZone":"Europe/Zurich"},
                          "end":{"dateTime":"2026-07-13T22:00:00","timeZone":"Europe/Zurich"},"recurrence":[]}]}""");
        get("/v1/accounts/cold40/hours?from=2026-07-06&to=2026-07-14")
                .statusCode(200)
                .body("zone", equalTo("Europe/Zurich"))
                .body("intervals.start", contains("2026-07-06T07:00:00Z", "2026-07-13T14:00:00Z"))
                .body("intervals.end", contains("2026-07-06T10:00:00Z", "2026-07-13T20:00:00Z"))
                .body("days[7].source", equalTo("OCCASION"))
                .body("days[7].because", contains("Late"))
                .body("days[0].because", contains("Mondays"));
    }

    @Test
    void theHoursOfAWindowComeAsInstantsAndByDateWithTheReason() {
        get(ACCOUNT + "/hours?from=2026-12-24&to=2026-12-26")
                .statusCode(200)
                .body("accountId", equalTo("31415926"))
                .body("skillId", nullValue())
                .body("zone", equalTo("Europe/London"))
                .body("from", equalTo("2026-12-24"))
                .body("to", equalTo("2026-12-26"))
                .body("workdays.id", equalTo(4102000110L))
                .body("workdays.inherited", is(true))
                .body("occasions.name", equalTo("UK public holidays"))
                .body("intervals", hasSize(1))
                .body("intervals[0].start", equalTo("2026-12-24T09:00:00Z"))
                .body("intervals[0].end", equalTo("2026-12-24T13:00:00Z"))
                .body("days[0].open[0].start", equalTo("09:00"))
                .body("days[0].source", equalTo("OCCASION"))
                .body("days[0].because", contains("Christmas Eve short day"))
                .body("days[1].open", hasSize(0))
                .body("days[1].because", contains("Christmas Day 2026"));
    }

    @Test
    void aSkillsOwnObjectsReplaceTheDefaults() {
        get(ACCOUNT + "/hours?from=2026-12-25&to=2026-12-26&skill=4103000210")
                .body("skillId", equalTo(4103000210L))
                .body("workdays.inherited", is(false))
                .body("occasions.name", equalTo("No occasions"))
                .body("days[0].open[0].start", equalTo("00:00"))
                .body("days[0].open[0].end", equalTo("24:00"));
    }

    @Test
    void datesBeginAndEndInTheZoneThatIsAskedFor() {
        get(ACCOUNT + "/hours?from=2026-12-24&to=2026-12-25&zone=Asia/Kolkata")
                .body("zone", equalTo("Asia/Kolkata"))
                .body("days[0].open[0].start", equalTo("14:30"))
                .body("days[0].open[0].end", equalTo("18:30"));
    }

    @Test
    void withoutDatesAWeekFromTodayIsAnsweredAndCachedUntilMidnightAtMost() {
        time.setCalendar(Instant.parse("2026-07-03T22:59:30Z"));
        get("/v1/accounts/cold41/hours")
                .body("from", equalTo("2026-07-03"))
                .body("to", equalTo("2026-07-10"))
                .body("days", hasSize(7))
                .header("Cache-Control", equalTo("private, max-age=30"));
    }

    @Test
    void theStatusSaysOpenOrNotUntilWhenAndWhy() {
        time.setCalendar(Instant.parse("2026-07-03T15:30:00Z"));
        get(ACCOUNT + "/status?skill=4103000110")
                .statusCode(200)
                .body("skillId", equalTo(4103000110L))
                .body("state", equalTo("OPEN"))
                .body("nextClose", equalTo("2026-07-03T16:30:00Z"))
                .body("nextOpen", equalTo("2026-07-06T08:00:00Z"))
                .body("source", equalTo("WORKDAYS"))
                .body("because", contains("UK office hours"));
        get(ACCOUNT + "/status?at=2026-12-25T13:00:00%2B01:00")
                .body("state", equalTo("CLOSED"))
                .body("nextOpen", equalTo("2026-12-29T09:00:00Z"))
                .body("because", contains("Christmas Day 2026"));
    }

    @Test
    void aStatusIsCachedNoLongerThanUntilTheNextChange() {
        time.setCalendar(Instant.parse("2026-07-03T16:29:45Z"));
        get("/v1/accounts/cold42/status")
                .body("state", equalTo("OPEN"))
                .header("Cache-Control", equalTo("private, max-age=15"));
        time.setCalendar(Instant.parse("2026-07-03T16:29:59.900Z"));
        get("/v1/accounts/cold42/status")
                .body("state", equalTo("OPEN"))
                .header("Cache-Control", equalTo("private, no-cache"));
        time.setCalendar(Instant.parse("2026-07-03T16:30:00Z"));
        get("/v1/accounts/cold42/status")
                .body("state", equalTo("CLOSED"))
                .header("Cache-Control", matchesPattern("private, max-age=(5\\d|60)"));
    }

    @Test
    void aShiftStatusIsCachedNoLongerThanUntilTheNextChangeOfAnySkill() {
        time.setCalendar(Instant.parse("2026-07-03T16:29:45Z"));
        get("/api/account/cold47/shift-status").header("Cache-Control", equalTo("private, max-age=15"));
        get("/api/account/cold47/skills/4103000110/shift-status-skill")
                .header("Cache-Control", equalTo("private, max-age=15"));
        get("/api/account/cold47/skills/4103000210/shift-status-skill")
                .header("Cache-Control", matchesPattern("private, max-age=(5\\d|60)"));
    }

    @Test
    void whatDependsOnTodayIsCachedNoLongerThanUntilMidnight() {
        time.setCalendar(Instant.parse("2026-07-03T22:59:48Z"));
        get("/v1/accounts/cold48/findings").header("Cache-Control", equalTo("private, max-age=12"));
        get("/v1/accounts/cold48/hours.ics").header("Cache-Control", equalTo("private, max-age=12"));
    }

    @Test
    void withoutAnyScheduleTheStatusIsUnknown() {
        vendor.world().account("cold43").delete(Kind.WORKDAYS, 4102000110L);
        vendor.world().account("cold43").delete(Kind.OCCASIONS, 4101000110L);
        get("/v1/accounts/cold43/status")
                .body("state", equalTo("UNKNOWN"))
                .body("source", equalTo("NONE"))
                .body("nextOpen", nullValue());
        get("/v1/accounts/cold43/hours").body("zone", equalTo("UTC")).body("days.source", everyItem(equalTo("NONE")));
    }

    @Test
    void theAccountsHoursNeedNoRightToSkills() {
        vendor.let(Requests.SKILLS).suffer(new Mishap.Fail(403, Mishap.Body.JSON));
        get("/v1/accounts/cold44/status").statusCode(200);
        assertThat(vendor.count(Service.SKILLS, "cold44")).isZero();
    }

    @Test
    void theVendorsOwnShiftStatusIsAnsweredInItsShape() {
        time.setCalendar(Instant.parse("2026-07-03T15:30:00Z"));
        get("/api/account/31415926/shift-status")
                .statusCode(200)
                .body("skillId", contains(4103000110L, 4103000210L, 4103000310L, 4103000410L, 4103000510L))
                .body("[0].onShift", is(true))
                .body("[0].nextOn", equalTo(1783324800000L))
                .body("[0].nextOff", equalTo(1783096200000L))
                .body("[1].onShift", is(true))
                .body("[1].keySet()", not(hasItem("nextOn")))
                .body("[2].nextOn", equalTo(1783126800000L))
                .body("[2].nextOff", equalTo(1783141200000L));
        get("/api/account/31415926/skills/4103000410/shift-status-skill")
                .body("skillId", equalTo(4103000410L))
                .body("nextOff", equalTo(1783096200000L));
    }

    @Test
    void workdaysAndSkillsAreListedAndFound() {
        get(ACCOUNT + "/workdays")
                .body("workdays", hasSize(3))
                .body("workdays[0].events[0].repeat.every", equalTo("week"))
                .body("workdays[0].events[0].repeat.on", equalTo("MONDAY"))
                .body("workdays[0].events[0]", not(hasItem("working")));
        get(ACCOUNT + "/workdays/4102000310").body("name", equalTo("Night desk NYC"));
        get(ACCOUNT + "/skills").body("skills", hasSize(5)).body("skills[0].workdaysId", nullValue());
        get(ACCOUNT + "/skills/4103000210").body("workdaysId", equalTo(4102000210L));
        get(ACCOUNT + "/skills/1").statusCode(404);
    }

    @Test
    void findingsSayWhatIsWrongInWordsAndWhatToDo() {
        time.setCalendar(Instant.parse("2026-07-03T15:30:00Z"));
        get(ACCOUNT + "/findings")
                .statusCode(200)
                .body("findings.severity", everyItem(oneOf("WARNING", "ERROR")))
                .body("findings.findAll { it.itemId == 4103000510 }.kind", everyItem(equalTo("SKILL")))
                .body("findings.findAll { it.itemId == 4103000510 }", hasSize(2))
                .body("findings.findAll { it.itemId == 4101001010 }", hasSize(1))
                .body("findings.findAll { it.itemId == 4102000310 }.event", hasItem(3))
                .body("findings.finding", everyItem(not(containsString("null"))))
                .body("findings.advice", everyItem(not(equalTo(""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/hours?zone=Europe/Warsaq                    | 400 | ?zone      | time zone like",
                "/hours?from=2026-01-01&to=2027-03-01         | 400 | ?to        | at most 400 days",
                "/hours?from=2026-01-02&to=2026-01-01         | 400 | ?to        | after from",
                "/hours?from=1                                | 400 | ?from      | a date like",
                "/hours?from=%2B999999999-12-31               | 400 | ?from      | a date like",
                "/hours?from=9999-12-31                       | 400 | ?from      | years 1 to 9999",
                "/hours?to=%2B999999999-12-31                 | 400 | ?to        | a date like",
                "/hours?skill=x                               | 400 | ?skill     | positive whole number",
                "/hours?skill=4103000999                      | 404 | ?skill     | no skill of the account",
                "/hours.ics?skill=4103000999                  | 404 | ?skill     | no skill of the account",
                "/status?at=2026-12-24T12:00:00               | 400 | ?at        | with an offset",
                "/status?at=noon                              | 400 | ?at        | with an offset",
                "/status?at=%2B999999999-12-31T23:59:59Z      | 400 | ?at        | years 1 to 9999",
                "/status?skill=4103000999                     | 404 | ?skill     | no skill of the account",
            })
    void nonsenseIsRefusedByName(String target, int status, String pointer, String detail) {
        get(ACCOUNT + target)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @Test
    void anUnknownSkillsShiftStatusIsNotFound() {
        get("/api/account/31415926/skills/4103000999/shift-status-skill")
                .statusCode(404)
                .contentType("application/json")
                .body("message", containsString("{skillId}"));
    }
}
