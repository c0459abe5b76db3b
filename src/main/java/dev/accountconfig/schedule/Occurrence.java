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
 * @param firstDay as written, so that an event that falls into a gap as a whole still names its day
 * @param lastDay inclusive; later than written where a gap moves the end past midnight
 * @param interval null where nothing is left of it, as of 02:30 to 03:00 on the night that goes from 02:00 to 03:00
 */
record Occurrence(
        OccasionEvent event,
        LocalSpan written,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable Interval interval) {

    static Occurrence of(OccasionEvent event, LocalSpan span) {
        ZoneId zone = span.zone();
        Instant end = Occurrences.endAt(span.end(), zone);
        LocalDate lastDay = span.lastDay();
        LocalDate dayAfter = lastDay.plusDays(1);
        boolean moved = end.isAfter(Occurrences.startOf(dayAfter, zone));
        Interval interval =
                Interval.between(Occurrences.startAt(span.start(), zone), end).orElse(null);
        return new Occurrence(event, span, span.firstDay(), moved ? dayAfter : lastDay, interval);
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
        return Interval.between(Occurrences.startOf(firstDay, other), Occurrences.startOf(lastDay.plusDays(1), other));
    }

    /** Its days where it is. */
    Optional<Interval> days() {
        return daysIn(zone());
    }

    /** Days it covers only in part. */
    Set<LocalDate> partialDays() {
        Set<LocalDate> partial = new LinkedHashSet<>();
        if (!written.startsAtMidnight()) {
            partial.add(firstDay);
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
