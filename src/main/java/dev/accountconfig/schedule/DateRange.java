package dev.accountconfig.schedule;

import java.time.LocalDate;
import java.time.LocalTime;

/** Calendar days, half-open; never empty. */
public record DateRange(LocalDate fromIncluding, LocalDate toExcluding) {
    /** @throws IllegalArgumentException where it would hold no day */
    public DateRange {
        if (!fromIncluding.isBefore(toExcluding)) {
            throw new IllegalArgumentException("must end after it starts");
        }
    }

    public boolean overlaps(DateRange other) {
        return fromIncluding.isBefore(other.toExcluding) && other.fromIncluding.isBefore(toExcluding);
    }

    /** The days that a span touches on its own calendar: a date-only end, and midnight, are exclusive (contract 2.2). */
    public static DateRange touchedBy(Timing.Span span) {
        LocalDate last = span.to().date();
        LocalDate end = endsAtMidnight(span.to()) ? last : last.plusDays(1);
        LocalDate start = span.from().date();
        return new DateRange(start, end.isAfter(start) ? end : start.plusDays(1));
    }

    /** The days that so many copies touch, each a day after the other. */
    public DateRange repeatedDaily(int count) {
        return new DateRange(fromIncluding, toExcluding.plusDays(count - 1L));
    }

    private static boolean endsAtMidnight(WallTime end) {
        return end.clock().toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
