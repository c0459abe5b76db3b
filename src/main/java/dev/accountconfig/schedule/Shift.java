package dev.accountconfig.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a workdays event repeats every week: the weekday of its start date, the rest of which is only an anchor, and
 * hours of the clock in its zone (contract 2.2).
 *
 * @param days how many days after the start it ends; 1 for an end at midnight
 */
record Shift(DayOfWeek weekday, LocalTime start, int days, LocalTime end, ZoneId zone) {
    static Shift of(LocalSpan span) {
        LocalDate anchor = span.firstDay();
        int days = Math.toIntExact(ChronoUnit.DAYS.between(anchor, span.end().toLocalDate()));
        return new Shift(
                anchor.getDayOfWeek(),
                span.start().toLocalTime(),
                days,
                span.end().toLocalTime(),
                span.zone());
    }

    /** Empty where a gap swallows it. */
    Optional<Interval> on(LocalDate day) {
        return Interval.between(
                Occurrences.startAt(day.atTime(start), zone),
                Occurrences.endAt(day.plusDays(days).atTime(end), zone));
    }
}
