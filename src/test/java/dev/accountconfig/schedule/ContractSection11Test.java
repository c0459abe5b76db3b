package dev.accountconfig.schedule;

import static dev.accountconfig.schedule.ContractAccount.CONTRADICTIONS;
import static dev.accountconfig.schedule.ContractAccount.DST_NIGHTS_ZURICH;
import static dev.accountconfig.schedule.ContractAccount.DST_NIGHT_NEW_YORK;
import static dev.accountconfig.schedule.ContractAccount.NEW_YEARS_EVE;
import static dev.accountconfig.schedule.ContractAccount.NIGHT_DESK;
import static dev.accountconfig.schedule.ContractAccount.ROUND_THE_CLOCK;
import static dev.accountconfig.schedule.ContractAccount.SUMMER;
import static dev.accountconfig.schedule.ContractAccount.TOKYO_QUIET_DAY;
import static dev.accountconfig.schedule.ContractAccount.UK_OFFICE_HOURS;
import static dev.accountconfig.schedule.ContractAccount.UK_PUBLIC_HOLIDAYS;
import static dev.accountconfig.schedule.ContractAccount.YEAR_SPAN;
import static dev.accountconfig.schedule.ContractAccount.schedules;
import static dev.accountconfig.schedule.Printed.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The expected blocks of contract section 11, line for line. */
class ContractSection11Test {
    private static final String LONDON = "Europe/London";

    @Test
    void section_11_3_night_desk_alone() {
        assertThat(lines(hours(NIGHT_DESK, null), "2026-07-07", "2026-07-14", "America/New_York"))
                .containsExactly(
                        "Tue 2026-07-07 20:00 to Tue 2026-07-07 23:00 (07-08T00:00Z to 07-08T03:00Z, 180 min)",
                        "Fri 2026-07-10 21:00 to Sat 2026-07-11 01:00 (07-11T01:00Z to 07-11T05:00Z, 240 min)",
                        "Sun 2026-07-12 22:00 to Mon 2026-07-13 02:00 (07-13T02:00Z to 07-13T06:00Z, 240 min)");
    }

    @Test
    void section_11_3_round_the_clock_has_no_gap() {
        assertThat(lines(hours(ROUND_THE_CLOCK, null), "2026-07-06", "2026-07-13", LONDON))
                .containsExactly(
                        "Mon 2026-07-06 00:00 to Mon 2026-07-13 00:00 (07-05T23:00Z to 07-12T23:00Z, 10080 min)");
    }

    @Test
    void section_11_3_literally_there_is_a_hole_of_a_minute_on_tuesday_night() {
        assertThat(lines(
                        EffectiveHours.of(ROUND_THE_CLOCK, null, Reading.lastMinuteLiteral()),
                        "2026-07-06",
                        "2026-07-13",
                        LONDON))
                .containsExactly(
                        "Mon 2026-07-06 00:00 to Tue 2026-07-07 23:59 (07-05T23:00Z to 07-07T22:59Z, 2879 min)",
                        "Wed 2026-07-08 00:00 to Mon 2026-07-13 00:00 (07-07T23:00Z to 07-12T23:00Z, 7200 min)");
    }

    @Test
    void section_11_5_default_holidays() {
        assertThat(lines(hours(UK_OFFICE_HOURS, UK_PUBLIC_HOLIDAYS), "2026-12-21", "2027-01-01", LONDON))
                .containsExactly(
                        "Mon 2026-12-21 09:00 to Mon 2026-12-21 12:30 (12-21T09:00Z to 12-21T12:30Z, 210 min)",
                        "Mon 2026-12-21 13:30 to Mon 2026-12-21 17:30 (12-21T13:30Z to 12-21T17:30Z, 240 min)",
                        "Tue 2026-12-22 09:00 to Tue 2026-12-22 17:30 (12-22T09:00Z to 12-22T17:30Z, 510 min)",
                        "Wed 2026-12-23 09:00 to Wed 2026-12-23 17:30 (12-23T09:00Z to 12-23T17:30Z, 510 min)",
                        "Thu 2026-12-24 09:00 to Thu 2026-12-24 13:00 (12-24T09:00Z to 12-24T13:00Z, 240 min)",
                        "Tue 2026-12-29 09:00 to Tue 2026-12-29 17:30 (12-29T09:00Z to 12-29T17:30Z, 510 min)",
                        "Wed 2026-12-30 09:00 to Wed 2026-12-30 17:30 (12-30T09:00Z to 12-30T17:30Z, 510 min)",
                        "Thu 2026-12-31 09:00 to Thu 2026-12-31 17:30 (12-31T09:00Z to 12-31T17:30Z, 510 min)");
    }

    @Test
    void section_11_6_daily_rules_at_the_edges() {
        EffectiveHours hours = hours(UK_OFFICE_HOURS, SUMMER);
        assertThat(lines(hours, "2026-08-07", "2026-08-08", LONDON)).hasSize(1);
        assertThat(lines(hours, "2026-08-10", "2026-08-24", LONDON)).isEmpty();
        List<String> edges = List.of(
                "Mon 2026-08-24 09:00 to Mon 2026-08-24 12:30 (08-24T08:00Z to 08-24T11:30Z, 210 min)",
                "Mon 2026-08-24 13:30 to Mon 2026-08-24 17:30 (08-24T12:30Z to 08-24T16:30Z, 240 min)",
                "Thu 2026-10-15 08:00 to Thu 2026-10-15 12:00 (10-15T07:00Z to 10-15T11:00Z, 240 min)",
                "Thu 2026-10-15 14:00 to Thu 2026-10-15 22:00 (10-15T13:00Z to 10-15T21:00Z, 480 min)",
                "Fri 2026-10-16 09:00 to Fri 2026-10-16 17:30 (10-16T08:00Z to 10-16T16:30Z, 510 min)");
        assertThat(lines(hours, "2026-08-24", "2026-08-25", LONDON)).isEqualTo(edges.subList(0, 2));
        assertThat(lines(hours, "2026-10-15", "2026-10-17", LONDON)).isEqualTo(edges.subList(2, 5));
        assertThat(hours.over(Printed.window("2026-09-01", "2026-10-16", LONDON))
                        .days())
                .as("weekends included")
                .hasSize(45)
                .allSatisfy(day -> assertThat(day.open())
                        .containsExactly(new DayHours.Open("08:00", "12:00"), new DayHours.Open("14:00", "22:00")));
    }

    @Test
    void section_11_7_contradictions() {
        assertThat(lines(hours(UK_OFFICE_HOURS, CONTRADICTIONS), "2026-04-30", "2026-05-06", LONDON))
                .containsExactly(
                        "Thu 2026-04-30 09:00 to Thu 2026-04-30 17:30 (04-30T08:00Z to 04-30T16:30Z, 510 min)",
                        "Mon 2026-05-04 09:00 to Mon 2026-05-04 12:30 (05-04T08:00Z to 05-04T11:30Z, 210 min)",
                        "Mon 2026-05-04 13:30 to Mon 2026-05-04 17:30 (05-04T12:30Z to 05-04T16:30Z, 240 min)",
                        "Tue 2026-05-05 10:00 to Tue 2026-05-05 13:00 (05-05T09:00Z to 05-05T12:00Z, 180 min)",
                        "Tue 2026-05-05 14:00 to Tue 2026-05-05 18:00 (05-05T13:00Z to 05-05T17:00Z, 240 min)");
    }

    @Test
    void section_11_8_daylight_saving() {
        List<String> expected = List.of(
                "Sun 2026-03-29 01:00 to Sun 2026-03-29 05:00 (03-29T00:00Z to 03-29T03:00Z, 180 min)",
                "Sun 2026-10-25 01:00 to Sun 2026-10-25 05:00 (10-24T23:00Z to 10-25T04:00Z, 300 min)",
                "Sun 2026-03-08 03:30 to Sun 2026-03-08 04:00 (03-08T07:30Z to 03-08T08:00Z, 30 min)",
                "Sun 2026-11-01 01:30 to Sun 2026-11-01 03:30 (11-01T05:30Z to 11-01T08:30Z, 180 min)");
        EffectiveHours zurich = hours(UK_OFFICE_HOURS, DST_NIGHTS_ZURICH);
        EffectiveHours newYork = hours(UK_OFFICE_HOURS, DST_NIGHT_NEW_YORK);
        assertThat(lines(zurich, "2026-03-29", "2026-03-30", "Europe/Zurich")).isEqualTo(expected.subList(0, 1));
        assertThat(lines(zurich, "2026-10-25", "2026-10-26", "Europe/Zurich")).isEqualTo(expected.subList(1, 2));
        assertThat(lines(newYork, "2026-03-08", "2026-03-09", "America/New_York"))
                .isEqualTo(expected.subList(2, 3));
        assertThat(lines(newYork, "2026-11-01", "2026-11-02", "America/New_York"))
                .isEqualTo(expected.subList(3, 4));
    }

    @Test
    void section_11_9_the_day_is_the_occasions() {
        assertThat(lines(hours(UK_OFFICE_HOURS, TOKYO_QUIET_DAY), "2026-07-02", "2026-07-04", LONDON))
                .containsExactly(
                        "Thu 2026-07-02 09:00 to Thu 2026-07-02 16:00 (07-02T08:00Z to 07-02T15:00Z, 420 min)",
                        "Fri 2026-07-03 16:00 to Fri 2026-07-03 17:30 (07-03T15:00Z to 07-03T16:30Z, 90 min)");
    }

    @Test
    void section_11_9_alternatively_the_day_is_the_workdays() {
        assertThat(lines(
                        EffectiveHours.of(UK_OFFICE_HOURS, TOKYO_QUIET_DAY, Reading.dayOfWorkdays()),
                        "2026-07-02",
                        "2026-07-04",
                        LONDON))
                .containsExactly(
                        "Thu 2026-07-02 09:00 to Thu 2026-07-02 17:30 (07-02T08:00Z to 07-02T16:30Z, 510 min)");
    }

    @Test
    void section_11_10_over_midnight_and_a_range_of_dates() {
        assertThat(lines(hours(UK_OFFICE_HOURS, NEW_YEARS_EVE), "2026-12-22", "2027-01-03", LONDON))
                .containsExactly(
                        "Tue 2026-12-22 09:00 to Tue 2026-12-22 17:30 (12-22T09:00Z to 12-22T17:30Z, 510 min)",
                        "Tue 2026-12-29 09:00 to Tue 2026-12-29 17:30 (12-29T09:00Z to 12-29T17:30Z, 510 min)",
                        "Wed 2026-12-30 09:00 to Wed 2026-12-30 17:30 (12-30T09:00Z to 12-30T17:30Z, 510 min)",
                        "Thu 2026-12-31 20:00 to Fri 2027-01-01 02:00 (12-31T20:00Z to 01-01T02:00Z, 360 min)");
    }

    @Test
    void section_11_11_a_year_without_interruption() {
        assertThat(lines(hours(UK_OFFICE_HOURS, YEAR_SPAN), "2026-03-27", "2027-03-28", "Europe/Zurich"))
                .containsExactly(
                        "Fri 2026-03-27 06:00 to Sat 2027-03-27 13:00 (03-27T05:00Z to 03-27T12:00Z, 526020 min)");
    }

    @Test
    void section_11_11_alternatively_the_same_hours_on_366_days() {
        Hours hours = EffectiveHours.of(UK_OFFICE_HOURS, YEAR_SPAN, Reading.eachDay())
                .over(Printed.window("2026-03-27", "2027-03-28", "Europe/Zurich"));
        assertThat(hours.days())
                .hasSize(366)
                .allSatisfy(day -> assertThat(day.open()).containsExactly(new DayHours.Open("06:00", "13:00")));
    }

    @Test
    void section_11_12_how_skills_point_at_hours() {
        assertThat(chosen(4103000110L)).containsExactly("UK office hours, inherited", "UK public holidays, inherited");
        assertThat(chosen(4103000210L)).containsExactly("Round the clock", "No occasions");
        assertThat(chosen(4103000310L)).containsExactly("Night desk NYC", "DST night New York");
        assertThat(chosen(4103000410L)).containsExactly("UK office hours, inherited", "Tokyo quiet day");
        assertThat(chosen(4103000510L)).containsExactly("UK office hours, inherited", "UK public holidays, inherited");
    }

    @Test
    void section_11_12_an_exempt_skill_is_open_on_christmas_day() {
        EffectiveHours exempt = schedules().skill(4103000210L).orElseThrow().hours();
        assertThat(Printed.rows(exempt, "2026-12-25", "2026-12-26", LONDON))
                .containsExactly("2026-12-25 00:00-24:00 WORKDAYS [Round the clock]");
    }

    @Test
    void section_11_13_shift_status() {
        assertThat(schedules().shiftStatus(Instant.parse("2026-07-03T15:30:00Z")))
                .startsWith(
                        new ShiftStatus(4103000110L, true, 1783324800000L, 1783096200000L),
                        new ShiftStatus(4103000210L, true, null, null),
                        new ShiftStatus(4103000310L, false, 1783126800000L, 1783141200000L),
                        new ShiftStatus(4103000410L, true, 1783324800000L, 1783096200000L))
                .extracting(ShiftStatus::skillId)
                .endsWith(4103000510L)
                .hasSize(5);
    }

    @Test
    void the_account_is_in_the_zone_of_its_default_workdays() {
        assertThat(schedules().zone()).contains(ZoneId.of(LONDON));
    }

    private static EffectiveHours hours(@Nullable Workdays workdays, @Nullable Occasion occasion) {
        return EffectiveHours.of(workdays, occasion, Readings.defaults());
    }

    private static List<String> chosen(long skill) {
        Schedule schedule = schedules().skill(skill).orElseThrow();
        return List.of(text(schedule.workdays()), text(schedule.occasions()));
    }

    private static String text(Schedule.@Nullable Choice<? extends Item> choice) {
        assertThat(choice).isNotNull();
        return choice.item().name() + (choice.inherited() ? ", inherited" : "");
    }
}
