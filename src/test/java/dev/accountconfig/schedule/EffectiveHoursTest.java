package dev.accountconfig.schedule;

import static dev.accountconfig.schedule.ContractAccount.CONTRADICTIONS;
import static dev.accountconfig.schedule.ContractAccount.UK_OFFICE_HOURS;
import static dev.accountconfig.schedule.ContractAccount.UK_PUBLIC_HOLIDAYS;
import static dev.accountconfig.schedule.Written.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers: status, rows, and what very large and very odd configurations cost. */
class EffectiveHoursTest {
    private static final EffectiveHours OFFICE =
            EffectiveHours.of(UK_OFFICE_HOURS, UK_PUBLIC_HOLIDAYS, Readings.defaults());

    @Test
    void an_open_office_closes_before_it_opens_again() {
        assertThat(OFFICE.at(Instant.parse("2026-07-03T15:30:00Z")))
                .isEqualTo(new Status(
                        Status.State.OPEN,
                        Instant.parse("2026-07-06T08:00:00Z"),
                        Instant.parse("2026-07-03T16:30:00Z"),
                        Instant.parse("2026-07-03T16:30:00Z"),
                        Source.WORKDAYS,
                        List.of("UK office hours")));
    }

    @Test
    void a_closed_office_opens_before_it_closes_again() {
        Status christmas = OFFICE.at(Instant.parse("2026-12-25T12:00:00Z"));
        assertThat(christmas.state()).isEqualTo(Status.State.CLOSED);
        assertThat(christmas.nextOpen()).isEqualTo("2026-12-29T09:00:00Z");
        assertThat(christmas.nextClose()).isEqualTo("2026-12-29T17:30:00Z");
        assertThat(christmas.until()).as("the reason changes at midnight").isEqualTo("2026-12-26T00:00:00Z");
        assertThat(christmas.because()).containsExactly("Christmas Day 2026");
    }

    @Test
    void who_opens_or_closes_is_named_before_who_only_overrides_the_day() {
        EffectiveHours hours = EffectiveHours.of(UK_OFFICE_HOURS, CONTRADICTIONS, Readings.defaults());
        assertThat(because(hours, "2026-05-05T09:30:00Z")).containsExactly("Release desk");
        assertThat(because(hours, "2026-05-05T11:30:00Z")).containsExactly("Release desk", "Release desk, late");
        assertThat(because(hours, "2026-05-05T12:30:00Z")).containsExactly("Fire drill");
        assertThat(because(hours, "2026-05-05T20:30:00Z"))
                .containsExactly("Release desk", "Release desk, late", "Fire drill");
    }

    @Test
    void a_closed_day_names_who_closes_it_as_its_status_does() {
        EffectiveHours hours = EffectiveHours.of(UK_OFFICE_HOURS, CONTRADICTIONS, Readings.defaults());
        assertThat(Printed.rows(hours, "2026-05-01", "2026-05-02", "Europe/London"))
                .containsExactly("2026-05-01 closed OCCASION [Labour Day]");
        assertThat(because(hours, "2026-05-01T11:00:00Z")).containsExactly("Labour Day");
    }

    @Test
    void until_is_the_next_change_of_what_decides() {
        EffectiveHours hours = EffectiveHours.of(UK_OFFICE_HOURS, CONTRADICTIONS, Readings.defaults());
        assertThat(untils(hours, "2026-05-04T22:00:00Z", 8))
                .as("May 5: overridden, desk, both desks, drill, both desks, late desk, overridden, Wednesday's night")
                .containsExactly(
                        "2026-05-04T23:00:00Z",
                        "2026-05-05T09:00:00Z",
                        "2026-05-05T11:00:00Z",
                        "2026-05-05T12:00:00Z",
                        "2026-05-05T13:00:00Z",
                        "2026-05-05T14:00:00Z",
                        "2026-05-05T17:00:00Z",
                        "2026-05-05T23:00:00Z");
    }

    @Test
    void copies_that_follow_each_other_are_one_reason_however_long_they_go_on() {
        Occasion shutdown = in("Europe/London")
                .off("Shutdown", "2026-07-06", "2026-07-07")
                .times(200)
                .occasion();
        Status status = EffectiveHours.of(UK_OFFICE_HOURS, shutdown, Readings.defaults())
                .at(Instant.parse("2026-07-06T10:00:00Z"));
        assertThat(status.until()).isEqualTo("2027-01-22T00:00:00Z");
        assertThat(status.nextOpen()).isEqualTo("2027-01-22T09:00:00Z");
    }

    @Test
    void a_reason_may_change_where_nothing_was_open_between_far_apart_dates() {
        Occasion closures = in("Europe/London")
                .off("First", "2026-07-06", "2026-10-06")
                .off("Second", "2026-10-06", "2027-01-06")
                .occasion();
        Status status =
                EffectiveHours.of(null, closures, Readings.defaults()).at(Instant.parse("2026-07-06T10:00:00Z"));
        assertThat(status.until()).isEqualTo("2026-10-05T23:00:00Z");
        assertThat(status.because()).containsExactly("First");
    }

    /** A thousand events at once: who asks about a stretch again is told the same. */
    @Test
    void a_status_is_the_same_the_first_time_and_ever_after() {
        Written many = in("Europe/London");
        for (int i = 0; i < 1000; i++) {
            many.working(
                    "event " + i, "2026-07-06T08:%02d:00".formatted(i % 60), "2026-07-06T18:%02d:00".formatted(i % 60));
        }
        Occasion occasion = many.occasion();
        EffectiveHours warm = EffectiveHours.of(UK_OFFICE_HOURS, occasion, Readings.defaults());
        for (int minute = 0; minute < 24 * 60; minute++) {
            warm.at(Instant.parse("2026-07-06T00:00:00Z").plus(Duration.ofMinutes(minute)));
        }
        for (String at : List.of("2026-07-06T05:00:00Z", "2026-07-06T07:29:59Z", "2026-07-06T17:30:00Z")) {
            EffectiveHours cold = EffectiveHours.of(UK_OFFICE_HOURS, occasion, Readings.defaults());
            assertThat(warm.at(Instant.parse(at))).isEqualTo(cold.at(Instant.parse(at)));
        }
        assertThat(because(warm, "2026-07-06T07:00:30Z")).hasSize(17).startsWith("event 0", "event 60");
        assertThat(because(warm, "2026-07-06T05:00:00Z"))
                .as("its day is overridden by all")
                .hasSize(1000);
    }

    @Test
    void what_lies_beyond_400_days_is_not_announced() {
        Occasion once = in("UTC")
                .working("Once", "2028-01-01T00:00:00", "2028-01-01T01:00:00")
                .occasion();
        EffectiveHours hours = EffectiveHours.of(null, once, Readings.defaults());
        Instant start = Instant.parse("2028-01-01T00:00:00Z");
        assertThat(hours.at(start.minus(Duration.ofDays(400))).nextOpen()).isEqualTo(start);
        assertThat(hours.at(start.minus(Duration.ofDays(400)).minusSeconds(1)).nextOpen())
                .isNull();
    }

    @Test
    void rows_are_cut_at_midnight_of_the_zone_asked_for() {
        Workdays night = in("Europe/London")
                .shift("2026-07-06T20:00:00", "2026-07-07T02:00:00")
                .workdays();
        EffectiveHours hours = EffectiveHours.of(night, null, Readings.defaults());
        assertThat(Printed.rows(hours, "2026-07-06", "2026-07-08", "Asia/Kolkata"))
                .containsExactly(
                        "2026-07-06 closed WORKDAYS [Office hours]", "2026-07-07 00:30-06:30 WORKDAYS [Office hours]");
    }

    @Test
    void a_count_of_millions_costs_no_more_than_the_days_asked_for() {
        Occasion forever = in("Europe/London")
                .working("Forever", "2020-01-01T09:00:00", "2020-01-01T10:00:00")
                .times(Integer.MAX_VALUE)
                .working("Long and often", "2020-01-01T22:00:00", "2024-01-01T01:00:00")
                .times(Integer.MAX_VALUE)
                .occasion();
        EffectiveHours hours = EffectiveHours.of(UK_OFFICE_HOURS, forever, Readings.defaults());
        assertThat(Printed.rows(hours, "2199-07-06", "2199-07-07", "Europe/London"))
                .containsExactly("2199-07-06 00:00-24:00 OCCASION [Forever, Long and often]");
        assertThat(hours.at(Instant.parse("9998-07-06T08:30:00Z")).state()).isEqualTo(Status.State.OPEN);
    }

    @Test
    void dates_that_would_overflow_are_left_out() {
        WallTime last = new WallTime.Day(LocalDate.MAX);
        OccasionEvent event =
                new OccasionEvent("Far", false, new Timing.Span(last, last, ZoneOffset.UTC), new Recurrence.Once());
        Occasion far = new Occasion(1, "Far", null, false, false, List.of(event));
        assertThatNoException().isThrownBy(() -> EffectiveHours.of(null, far, Readings.defaults()));
    }

    @Test
    void a_window_says_what_is_wrong_with_it() {
        assertWindowRefused("2026-07-06", "2026-07-06", "exclusive");
        assertWindowRefused("2026-07-06", "2027-08-11", "400 days");
        assertWindowRefused("+10000-01-01", "+10000-01-02", "9999");
        assertThat(new Window(LocalDate.parse("2026-07-06"), LocalDate.parse("2027-08-10"), ZoneOffset.UTC))
                .isNotNull();
    }

    @Test
    void a_day_that_never_was_has_no_hours() {
        Window skipped = Printed.window("2011-12-30", "2011-12-31", "Pacific/Apia");
        assertThat(OFFICE.over(skipped).intervals()).isEmpty();
        assertThat(OFFICE.over(skipped).days())
                .containsExactly(new DayHours(LocalDate.parse("2011-12-30"), List.of(), Source.NONE, List.of()));
    }

    private static void assertWindowRefused(String from, String to, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of("UTC")))
                .withMessageContaining(words);
    }

    private static List<String> untils(EffectiveHours hours, String from, int count) {
        List<String> untils = new ArrayList<>();
        for (Instant at = Instant.parse(from);
                untils.size() < count;
                at = Instant.parse(untils.get(untils.size() - 1))) {
            untils.add(String.valueOf(hours.at(at).until()));
        }
        return untils;
    }

    private static List<String> because(EffectiveHours hours, String at) {
        return hours.at(Instant.parse(at)).because();
    }
}
