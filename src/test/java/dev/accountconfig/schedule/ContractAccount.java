package dev.accountconfig.schedule;

import static dev.accountconfig.schedule.Written.asDefault;
import static dev.accountconfig.schedule.Written.deleted;
import static dev.accountconfig.schedule.Written.in;
import static dev.accountconfig.schedule.Written.skill;
import static dev.accountconfig.schedule.Written.snapshot;

import java.time.DayOfWeek;

/** The account of contract section 11, object by object. */
final class ContractAccount {
    static final Workdays UK_OFFICE_HOURS = asDefault(in("Europe/London")
            .shift("2026-07-06T09:00:00", "2026-07-06T12:30:00")
            .shift("2026-07-06T13:30:00", "2026-07-06T17:30:00")
            .shift("2026-07-07T09:00:00", "2026-07-07T17:30:00")
            .shift("2026-07-08T09:00:00", "2026-07-08T17:30:00")
            .shift("2026-07-09T09:00:00", "2026-07-09T17:30:00")
            .shift("2026-07-10T09:00:00", "2026-07-10T17:30:00")
            .workdays(4102000110L, "UK office hours"));

    static final Workdays ROUND_THE_CLOCK = in("Europe/London")
            .shift("2026-07-06", "2026-07-07")
            .shift("2026-07-07T00:00:00", "2026-07-07T23:59:00")
            .shift("2026-07-08T00:00:00", "2026-07-09T00:00:00")
            .shift("2026-07-09", "2026-07-10")
            .shift("2026-07-10", "2026-07-11")
            .shift("2026-07-11", "2026-07-12")
            .shift("2026-07-12", "2026-07-13")
            .workdays(4102000210L, "Round the clock");

    static final Workdays NIGHT_DESK = in("America/New_York")
            .shift("2026-07-10T21:00:00", "2026-07-10T23:59:00")
            .shift("2026-07-11T00:00:00", "2026-07-11T01:00:00")
            .shift("2026-07-12T22:00:00", "2026-07-13T02:00:00")
            .shift("2026-07-07T20:00:00", "2026-07-07T23:00:00", new Recurrence.Weekly(DayOfWeek.SUNDAY))
            .workdays(4102000310L, "Night desk NYC");

    static final Occasion UK_PUBLIC_HOLIDAYS = asDefault(in("Europe/London")
            .off("Christmas Day 2026", "2026-12-25", "2026-12-26")
            .off("Boxing Day (observed) 2026", "2026-12-28", "2026-12-29")
            .off("New Year's Day 2027", "2027-01-01", "2027-01-02")
            .off("Christmas Day (observed) 2027", "2027-12-27", "2027-12-28")
            .working("Christmas Eve short day", "2026-12-24T09:00:00", "2026-12-24T13:00:00")
            .occasion(4101000110L, "UK public holidays"));

    static final Occasion SUMMER = in("Europe/London")
            .off("Summer shutdown", "2026-08-10", "2026-08-11")
            .times(14)
            .working("Autumn campaign, morning", "2026-09-01T08:00:00", "2026-09-01T12:00:00")
            .times(45)
            .working("Autumn campaign, late", "2026-09-01T14:00:00", "2026-09-01T22:00:00")
            .times(45)
            .occasion(4101000310L, "Summer shutdown and late opening");

    static final Occasion CONTRADICTIONS = in("Europe/London")
            .working("Inventory help", "2026-05-01T10:00:00", "2026-05-01T15:00:00")
            .working("Inventory help, late", "2026-05-01T12:00:00", "2026-05-01T18:00:00")
            .off("Labour Day", "2026-05-01", "2026-05-02")
            .working("Release desk", "2026-05-05T10:00:00", "2026-05-05T15:00:00")
            .working("Release desk, late", "2026-05-05T12:00:00", "2026-05-05T18:00:00")
            .off("Fire drill", "2026-05-05T13:00:00", "2026-05-05T14:00:00")
            .occasion(4101000510L, "Contradictions");

    static final Occasion DST_NIGHTS_ZURICH = in("Europe/Zurich")
            .working("Spring migration", "2026-03-29T01:00:00", "2026-03-29T05:00:00")
            .working("Autumn migration", "2026-10-25T01:00:00", "2026-10-25T05:00:00")
            .occasion(4101000610L, "DST nights Zurich");

    static final Occasion DST_NIGHT_NEW_YORK = in("America/New_York")
            .working("Starts inside the gap", "2026-03-08T02:30:00", "2026-03-08T04:00:00")
            .working("Starts inside the overlap", "2026-11-01T01:30:00", "2026-11-01T03:30:00")
            .occasion(4101000620L, "DST night New York");

    static final Occasion TOKYO_QUIET_DAY = in("Asia/Tokyo")
            .off("Platform freeze (Tokyo date)", "2026-07-03", "2026-07-04")
            .occasion(4101000710L, "Tokyo quiet day");

    static final Occasion JUBILEE_2022 = deleted(
            in("Europe/London").off("Jubilee", "2022-06-02", "2022-06-04").occasion(4101000810L, "Jubilee 2022"));

    static final Occasion NEW_YEARS_EVE = in("Europe/London")
            .working("Party line", "2026-12-31T20:00:00", "2027-01-01T02:00:00")
            .off("Year-end closure", "2026-12-23", "2026-12-29")
            .occasion(4101000910L, "New Year's Eve party line");

    static final Occasion YEAR_SPAN = in("Europe/Zurich")
            .working("user1", "2026-03-27T06:00:00", "2027-03-27T13:00:00")
            .occasion(4101001010L, "Doc-like year span");

    static final Occasion NO_OCCASIONS = in("Europe/London").occasion(4101001110L, "No occasions");

    private ContractAccount() {}

    static Schedules schedules() {
        return schedules(Readings.defaults());
    }

    static Schedules schedules(Readings readings) {
        return Schedules.of(
                snapshot(UK_OFFICE_HOURS, ROUND_THE_CLOCK, NIGHT_DESK),
                snapshot(
                        UK_PUBLIC_HOLIDAYS,
                        SUMMER,
                        CONTRADICTIONS,
                        DST_NIGHTS_ZURICH,
                        DST_NIGHT_NEW_YORK,
                        TOKYO_QUIET_DAY,
                        JUBILEE_2022,
                        NEW_YEARS_EVE,
                        YEAR_SPAN,
                        NO_OCCASIONS),
                snapshot(
                        skill(4103000110L, "Support UK", null, null),
                        skill(4103000210L, "Support 24x7", 4102000210L, 4101001110L),
                        skill(4103000310L, "Night desk", 4102000310L, 4101000620L),
                        skill(4103000410L, "Platform", null, 4101000710L),
                        skill(4103000510L, "Dangling", 4102000999L, 4101000810L)),
                readings);
    }
}
