package dev.accountconfig.schedule;

import static dev.accountconfig.schedule.Printed.rows;
import static dev.accountconfig.schedule.Written.asDefault;
import static dev.accountconfig.schedule.Written.in;
import static dev.accountconfig.schedule.Written.skill;
import static dev.accountconfig.schedule.Written.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How workdays and occasions become hours, rule by rule. All dates are around Monday, 6 July 2026. */
class NineRulesTest {
    private static final String LONDON = "Europe/London";
    private static final Workdays MONDAY_9_TO_12 =
            in(LONDON).shift("2026-06-01T09:00:00", "2026-06-01T12:00:00").workdays();

    @Test
    void the_vendors_own_example_workdays_9_to_12_and_an_occasion_16_to_22_make_16_to_22() {
        Occasion late = in(LONDON)
                .working("Late", "2026-07-06T16:00:00", "2026-07-06T22:00:00")
                .occasion();
        assertThat(monday(MONDAY_9_TO_12, late)).isEqualTo("16:00-22:00 OCCASION [Late]");
    }

    @Test
    void rule_1_a_skills_own_object_replaces_the_default_field_by_field() {
        Workdays own =
                in(LONDON).shift("2026-06-01T20:00:00", "2026-06-01T21:00:00").workdays(2, "Evening");
        Occasion monday =
                in(LONDON).off("Monday off", "2026-07-06", "2026-07-07").occasion();
        Schedules schedules = Schedules.of(
                snapshot(asDefault(MONDAY_9_TO_12), own),
                snapshot(asDefault(monday)),
                snapshot(skill(10, "own workdays, default occasions", 2L, null)),
                Readings.defaults());
        EffectiveHours hours = schedules.skill(10).orElseThrow().hours();
        assertThat(monday(hours)).isEqualTo("closed OCCASION [Monday off]");
        assertThat(nextMonday(hours)).isEqualTo("20:00-21:00 WORKDAYS [Evening]");
    }

    @Test
    void rule_1_an_occasion_object_without_events_exempts() {
        Occasion monday =
                in(LONDON).off("Monday off", "2026-07-06", "2026-07-07").occasion(1, "Holidays");
        Schedules schedules = Schedules.of(
                snapshot(asDefault(MONDAY_9_TO_12)),
                snapshot(asDefault(monday), in(LONDON).occasion(2, "None")),
                snapshot(skill(10, "exempt", null, 2L)),
                Readings.defaults());
        assertThat(monday(schedules.account().hours())).isEqualTo("closed OCCASION [Monday off]");
        assertThat(monday(schedules.skill(10).orElseThrow().hours())).isEqualTo("09:00-12:00 WORKDAYS [Office hours]");
    }

    @Test
    void rule_2_a_span_touches_every_day_it_overlaps() {
        Workdays daily = in(LONDON)
                .shift("2026-07-06T09:00:00", "2026-07-06T12:00:00")
                .shift("2026-07-07T09:00:00", "2026-07-07T12:00:00")
                .shift("2026-07-08T09:00:00", "2026-07-08T12:00:00")
                .workdays();
        Occasion night = in(LONDON)
                .working("Night", "2026-07-06T22:00:00", "2026-07-07T02:00:00")
                .occasion();
        assertThat(rows(hours(daily, night), "2026-07-06", "2026-07-09", LONDON))
                .containsExactly(
                        "2026-07-06 22:00-24:00 OCCASION [Night]",
                        "2026-07-07 00:00-02:00 OCCASION [Night]",
                        "2026-07-08 09:00-12:00 WORKDAYS [Office hours]");
    }

    @Test
    void rule_2_the_day_is_the_calendar_day_in_the_occasions_zone() {
        Occasion tokyo =
                in("Asia/Tokyo").off("Freeze", "2026-07-07", "2026-07-08").occasion();
        Workdays late =
                in(LONDON).shift("2026-07-06T14:00:00", "2026-07-06T18:00:00").workdays();
        assertThat(monday(late, tokyo)).isEqualTo("14:00-16:00 OCCASION [Freeze, Office hours]");
    }

    @Test
    void rule_2_alternatively_it_is_the_day_in_the_workdays_zone() {
        Occasion tokyo =
                in("Asia/Tokyo").off("Freeze", "2026-07-07", "2026-07-08").occasion();
        Workdays late = in(LONDON)
                .shift("2026-07-06T14:00:00", "2026-07-06T18:00:00")
                .shift("2026-07-07T14:00:00", "2026-07-07T18:00:00")
                .workdays();
        assertThat(rows(EffectiveHours.of(late, tokyo, Reading.dayOfWorkdays()), "2026-07-06", "2026-07-08", LONDON))
                .containsExactly(
                        "2026-07-06 14:00-18:00 WORKDAYS [Office hours]", "2026-07-07 closed OCCASION [Freeze]");
    }

    @Test
    void rule_3_working_occasions_are_united_and_off_spans_subtracted() {
        assertThat(monday(MONDAY_9_TO_12, deskWithDrill()))
                .isEqualTo("10:00-13:00 14:00-18:00 OCCASION [Desk, Late desk, Drill]");
    }

    @Test
    void rule_3_all_day_off_closes_the_day() {
        Occasion both = in(LONDON)
                .working("Desk", "2026-07-06T10:00:00", "2026-07-06T15:00:00")
                .off("Holiday", "2026-07-06", "2026-07-07")
                .occasion();
        assertThat(monday(MONDAY_9_TO_12, both)).isEqualTo("closed OCCASION [Holiday]");
    }

    @Test
    void rule_3_alternatively_partly_off_closes_the_day() {
        assertThat(monday(EffectiveHours.of(MONDAY_9_TO_12, deskWithDrill(), Reading.offClosesDay())))
                .isEqualTo("closed OCCASION [Drill]");
    }

    @Test
    void rule_3_partly_off_alone_leaves_the_day_without_hours() {
        assertThat(monday(MONDAY_9_TO_12, drill())).isEqualTo("closed OCCASION [Drill]");
    }

    @Test
    void rule_3_alternatively_partly_off_alone_subtracts_from_workdays() {
        assertThat(monday(EffectiveHours.of(MONDAY_9_TO_12, drill(), Reading.offSubtractsFromWorkdays())))
                .isEqualTo("09:00-10:00 11:00-12:00 OCCASION [Drill, Office hours]");
    }

    @Test
    void rule_3_a_working_event_over_several_days_is_one_interval() {
        assertThat(rows(hours(MONDAY_9_TO_12, fair()), "2026-07-06", "2026-07-09", LONDON))
                .containsExactly(
                        "2026-07-06 20:00-24:00 OCCASION [Fair]",
                        "2026-07-07 00:00-24:00 OCCASION [Fair]",
                        "2026-07-08 00:00-02:00 OCCASION [Fair]");
    }

    @Test
    void rule_3_alternatively_it_is_the_same_hours_on_each_day() {
        assertThat(rows(EffectiveHours.of(null, fair(), Reading.eachDay()), "2026-07-06", "2026-07-09", LONDON))
                .containsExactly(
                        "2026-07-06 20:00-24:00 OCCASION [Fair]",
                        "2026-07-07 00:00-02:00 20:00-24:00 OCCASION [Fair]",
                        "2026-07-08 00:00-02:00 OCCASION [Fair]");
    }

    @Test
    void rule_4_the_weekday_of_the_start_date_wins_over_the_rule() {
        Workdays wrong = in(LONDON)
                .shift("2018-03-26T09:00:00", "2018-03-26T12:00:00", new Recurrence.Weekly(DayOfWeek.SUNDAY))
                .workdays();
        assertThat(monday(wrong, null)).isEqualTo("09:00-12:00 WORKDAYS [Office hours]");
    }

    @Test
    void rule_5_a_date_only_end_is_exclusive() {
        Occasion two = in(LONDON).off("Off", "2026-07-04", "2026-07-06").occasion();
        assertThat(monday(MONDAY_9_TO_12, two)).isEqualTo("09:00-12:00 WORKDAYS [Office hours]");
        assertThat(monday(EffectiveHours.of(MONDAY_9_TO_12, two, Reading.endInclusive())))
                .isEqualTo("closed OCCASION [Off]");
    }

    @Test
    void rule_5_equal_dates_mean_that_one_day_either_way() {
        Occasion one = in(LONDON).working("All day", "2026-07-06", "2026-07-06").occasion();
        assertThat(monday(MONDAY_9_TO_12, one)).isEqualTo("00:00-24:00 OCCASION [All day]");
        EffectiveHours inclusive = EffectiveHours.of(MONDAY_9_TO_12, one, Reading.endInclusive());
        assertThat(rows(inclusive, "2026-07-06", "2026-07-08", LONDON))
                .containsExactly(
                        "2026-07-06 00:00-24:00 OCCASION [All day]", "2026-07-07 closed WORKDAYS [Office hours]");
    }

    @Test
    void rule_5_an_end_in_the_last_minute_means_midnight() {
        for (String end : List.of("2026-07-06T23:59:00", "2026-07-06T23:59:59")) {
            Occasion late =
                    in(LONDON).working("Late", "2026-07-06T22:00:00", end).occasion();
            assertThat(monday(null, late)).isEqualTo("22:00-24:00 OCCASION [Late]");
        }
        Occasion late = in(LONDON)
                .working("Late", "2026-07-06T22:00:00", "2026-07-06T23:59:59")
                .occasion();
        assertThat(monday(EffectiveHours.of(null, late, Reading.lastMinuteLiteral())))
                .isEqualTo("22:00-23:59:59 OCCASION [Late]");
    }

    @Test
    void rule_6_daily_copies_move_by_whole_local_days() {
        Occasion week = in("Europe/Zurich")
                .working("Early", "2026-03-28T08:00:00", "2026-03-28T09:00:00")
                .times(2)
                .occasion();
        assertThat(rows(hours(null, week), "2026-03-28", "2026-03-31", "Europe/Zurich"))
                .containsExactly(
                        "2026-03-28 08:00-09:00 OCCASION [Early]",
                        "2026-03-29 08:00-09:00 OCCASION [Early]",
                        "2026-03-30 closed NONE []");
    }

    @Test
    void rule_6_any_other_recurrence_is_not_guessed() {
        Occasion yearly = in(LONDON)
                .off("Every year", "2026-07-06", "2026-07-07")
                .rule(new Recurrence.Unsupported("RRULE:FREQ=YEARLY;INTERVAL=1"))
                .occasion();
        assertThat(monday(MONDAY_9_TO_12, yearly)).isEqualTo("09:00-12:00 WORKDAYS [Office hours]");
    }

    @Test
    void rule_7_a_time_in_a_gap_moves_forward_and_in_an_overlap_the_widest_reading_counts() {
        Occasion nights = in("Europe/Zurich")
                .working("Spring", "2026-03-29T02:30:00", "2026-03-29T04:00:00")
                .working("Autumn", "2026-10-25T02:00:00", "2026-10-25T02:30:00")
                .occasion();
        assertThat(Printed.lines(hours(null, nights), "2026-03-29", "2026-03-30", "Europe/Zurich"))
                .containsExactly("Sun 2026-03-29 03:30 to Sun 2026-03-29 04:00 (03-29T01:30Z to 03-29T02:00Z, 30 min)");
        assertThat(Printed.lines(hours(null, nights), "2026-10-25", "2026-10-26", "Europe/Zurich"))
                .containsExactly("Sun 2026-10-25 02:00 to Sun 2026-10-25 02:30 (10-25T00:00Z to 10-25T01:30Z, 90 min)");
    }

    @Test
    void rule_7_midnight_is_the_start_of_its_day_even_where_it_is_skipped_or_comes_twice() {
        Occasion skipped = in("America/Sao_Paulo")
                .working("Day", "2018-11-04", "2018-11-05")
                .occasion();
        assertThat(rows(hours(null, skipped), "2018-11-03", "2018-11-06", "America/Sao_Paulo"))
                .containsExactly(
                        "2018-11-03 closed NONE []",
                        "2018-11-04 01:00-24:00 OCCASION [Day]",
                        "2018-11-05 closed NONE []");
        Occasion twice = in("America/Havana")
                .working("Eve", "2024-11-02T20:00:00", "2024-11-03T00:00:00")
                .occasion();
        assertThat(rows(hours(null, twice), "2024-11-02", "2024-11-04", "America/Havana"))
                .containsExactly("2024-11-02 20:00-24:00 OCCASION [Eve]", "2024-11-03 closed NONE []");
    }

    @Test
    void rule_8_where_no_schedule_applies_nothing_is_known() {
        Schedules nothing = Schedules.of(snapshot(), snapshot(), snapshot(), Readings.defaults());
        assertThat(nothing.account().hours().at(Instant.parse("2026-07-06T10:00:00Z")))
                .isEqualTo(new Status(Status.State.UNKNOWN, null, null, null, Source.NONE, List.of()));
        assertThat(monday(nothing.account().hours())).isEqualTo("closed NONE []");
    }

    @Test
    void rule_8_without_workdays_only_the_days_of_occasions_are_known() {
        EffectiveHours hours =
                hours(null, in(LONDON).off("Off", "2026-07-06", "2026-07-07").occasion());
        assertThat(hours.at(Instant.parse("2026-07-06T10:00:00Z")).state()).isEqualTo(Status.State.CLOSED);
        Status after = hours.at(Instant.parse("2026-07-05T10:00:00Z"));
        assertThat(after.state()).isEqualTo(Status.State.UNKNOWN);
        assertThat(after.until()).isEqualTo("2026-07-05T23:00:00Z");
    }

    @Test
    void rule_8_of_two_defaults_the_highest_id_counts_and_deleted_ones_never() {
        Schedules schedules = Schedules.of(
                snapshot(
                        asDefault(in(LONDON).workdays(1, "first")),
                        asDefault(in(LONDON).workdays(3, "second")),
                        new Workdays(9, "deleted", null, true, true, List.of())),
                snapshot(),
                snapshot(skill(10, "dangling", 9L, null)),
                Readings.defaults());
        assertThat(nameOf(schedules.account())).isEqualTo("second");
        assertThat(nameOf(schedules.skill(10).orElseThrow())).isEqualTo("second");
    }

    @Test
    void rule_9_a_broken_event_is_left_out_and_the_others_stay() {
        OccasionEvent broken = new OccasionEvent(
                "Broken",
                false,
                new Timing.Unclear(
                        "2026-07-06", "2026-07-07", "Europe/Warsaq", "nobody knows the zone \"Europe/Warsaq\""),
                new Recurrence.Once());
        OccasionEvent backwards = new OccasionEvent(
                "Backwards",
                false,
                new Timing.Span(WallTime.parse("2026-07-07"), WallTime.parse("2026-07-06"), ZoneId.of(LONDON)),
                new Recurrence.Once());
        OccasionEvent good = in(LONDON)
                .working("Good", "2026-07-06T10:00:00", "2026-07-06T11:00:00")
                .occasion()
                .events()
                .get(0);
        Occasion mixed = new Occasion(1, "Mixed", null, true, false, List.of(broken, backwards, good));
        assertThat(monday(MONDAY_9_TO_12, mixed)).isEqualTo("10:00-11:00 OCCASION [Good]");
        Schedules schedules = Schedules.of(snapshot(), snapshot(mixed), snapshot(), Readings.defaults());
        assertThat(schedules.findings(LocalDate.parse("2026-07-01")))
                .extracting(Finding::event)
                .containsExactly(0, 1);
    }

    @Test
    void rule_9_workdays_of_which_nothing_can_be_read_are_no_schedule() {
        Workdays unreadable = in(LONDON)
                .shift("2026-07-06T09:00:00", "2026-07-06T12:00:00", new Recurrence.Unsupported("RRULE:FREQ=MONTHLY"))
                .workdays();
        assertThat(hours(unreadable, null)
                        .at(Instant.parse("2026-07-06T10:00:00Z"))
                        .state())
                .isEqualTo(Status.State.UNKNOWN);
    }

    private static Occasion drill() {
        return in(LONDON)
                .off("Drill", "2026-07-06T10:00:00", "2026-07-06T11:00:00")
                .occasion();
    }

    private static Occasion deskWithDrill() {
        return in(LONDON)
                .working("Desk", "2026-07-06T10:00:00", "2026-07-06T15:00:00")
                .working("Late desk", "2026-07-06T12:00:00", "2026-07-06T18:00:00")
                .off("Drill", "2026-07-06T13:00:00", "2026-07-06T14:00:00")
                .occasion();
    }

    private static Occasion fair() {
        return in(LONDON)
                .working("Fair", "2026-07-06T20:00:00", "2026-07-08T02:00:00")
                .occasion();
    }

    private static EffectiveHours hours(@Nullable Workdays workdays, @Nullable Occasion occasion) {
        return EffectiveHours.of(workdays, occasion, Readings.defaults());
    }

    private static String monday(@Nullable Workdays workdays, @Nullable Occasion occasion) {
        return monday(hours(workdays, occasion));
    }

    private static String monday(EffectiveHours hours) {
        return rows(hours, "2026-07-06", "2026-07-07", LONDON).get(0).substring(11);
    }

    private static String nextMonday(EffectiveHours hours) {
        return rows(hours, "2026-07-13", "2026-07-14", LONDON).get(0).substring(11);
    }

    private static String nameOf(Schedule schedule) {
        Workdays item = Schedule.item(schedule.workdays());
        return item == null ? "none" : item.name();
    }
}
