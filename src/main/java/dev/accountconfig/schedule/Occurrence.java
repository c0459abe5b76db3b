package dev.accountconfig.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One copy of an occasion event.
 *
 * @param written names its days even where a gap swallows all of it
 * @param lastDay inclusive; later than written where a gap moves the end past midnight
 * @param interval null where nothing is left of it, as of 02:30 to 03:00 on the night that goes from 02:00 to 03:00
 * @param ownDays its days where it is; null where they were skipped
 */
record Occurrence(
        OccasionEvent event,
        LocalSpan written,
        LocalDate lastDay,
        @Nullable Interval interval,
        @Nullable Interval ownDays) {

    static Occurrence of(OccasionEvent event, LocalSpan span) {
        ZoneId zone = span.zone();
        Instant start = Occurrences.startAt(span.start(), zone);
        Instant end = Occurrences.endAt(span.end(), zone);
        LocalDate dayAfter = span.lastDay().plusDays(1);
        Instant lastMidnight = Occurrences.startOf(dayAfter, zone);
        boolean moved = end.isAfter(lastMidnight);
        Interval days = Interval.between(
                        span.startsAtMidnight() ? start : Occurrences.startOf(span.firstDay(), zone),
                        moved ? Occurrences.startOf(dayAfter.plusDays(1), zone) : lastMidnight)
                .orElse(null);
        Interval interval = Interval.between(start, end).orElse(null);
        return new Occurrence(event, span, moved ? dayAfter : span.lastDay(), interval, days);
    }

    LocalDate firstDay() {
        return written.firstDay();
    }

    ZoneId zone() {
        return written.zone();
    }

    boolean isAllDay() {
        return written.isAllDay();
    }

    boolean isWorking() {
        return event.working();
    }

    Optional<Interval> span() {
        return Optional.ofNullable(interval);
    }

    /** Its days, as another zone has them; empty where that zone skipped them. */
    Optional<Interval> daysIn(ZoneId other) {
        return other.equals(zone())
                ? days()
                : Interval.between(
                        Occurrences.startOf(firstDay(), other), Occurrences.startOf(lastDay.plusDays(1), other));
    }

    /** Its days where it is. */
    Optional<Interval> days() {
        return Optional.ofNullable(ownDays);
    }

    /** Days it covers only in part. */
    Set<LocalDate> partialDays() {
        Set<LocalDate> partial = new LinkedHashSet<>();
        if (!written.startsAtMidnight()) {
            partial.add(firstDay());
        }
        if (!written.endsAtMidnight()) {
            partial.add(lastDay);
        }
        return partial;
    }

    boolean covers(Instant instant) {
        return interval != null && interval.contains(instant);
    }
}
