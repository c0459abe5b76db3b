package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Readings.DateOnlyEnd;
import dev.accountconfig.schedule.Readings.LastMinute;
import dev.accountconfig.schedule.Readings.SeveralDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The one place that knows what the hours of a clock mean: ends without a time, the last minute of a day, and clocks
 * that are put forward or back (contract 10.2). Everything else computes with instants.
 *
 * <p>Midnight, however written, is the start of its day. An end at midnight therefore never reaches into the day after
 * it, not even where that day's first hour comes twice (Havana, Azores), and where it is left out the day begins when
 * the clock arrives in it (São Paulo until 2018, Beirut, Cairo).
 */
final class Occurrences {
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final Readings readings;

    Occurrences(Readings readings) {
        this.readings = readings;
    }

    /** Empty where the event cannot be honoured: unclear times, a rule that is none of occasions. */
    Optional<Series> of(OccasionEvent event) {
        return event.recurrence().copies() < 1
                ? Optional.empty()
                : local(event.timing()).map(span -> series(event, span));
    }

    /** Empty where the shift cannot be honoured: unclear times, no weekly rule, longer than its week. */
    Optional<Shift> of(WorkdaysEvent event) {
        return event.recurrence().isWeekly()
                ? local(event.timing()).filter(LocalSpan::fitsAWeek).map(Shift::of)
                : Optional.empty();
    }

    /** What is written, with the end made exact; empty where it is unclear or takes no time. */
    Optional<LocalSpan> local(Timing timing) {
        return timing.understood()
                .filter(Occurrences::isPlausible)
                .flatMap(span -> LocalSpan.between(span.from().clock(), endOf(span), span.zone()));
    }

    static boolean isPlausible(Timing.Span span) {
        return isPlausible(span.from().date()) && isPlausible(span.to().date());
    }

    /** Years 1 to 9999: others are slips of the pen, and arithmetic on them can overflow. */
    static boolean isPlausible(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999;
    }

    /** Moved forward by the gap where the clock skips this time; the earlier one where it comes twice. */
    static Instant startAt(LocalDateTime local, ZoneId zone) {
        return isMidnight(local)
                ? startOf(local.toLocalDate(), zone)
                : local.toInstant(zone.getRules().getOffset(local));
    }

    /** Moved forward by the gap where the clock skips this time; the later one where it comes twice. */
    static Instant endAt(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return isMidnight(local) || offsets.isEmpty()
                ? startAt(local, zone)
                : local.toInstant(offsets.get(offsets.size() - 1));
    }

    /** The day's first instant. */
    static Instant startOf(LocalDate day, ZoneId zone) {
        LocalDateTime midnight = day.atStartOfDay();
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(midnight);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(midnight).getInstant()
                : midnight.toInstant(offsets.get(0));
    }

    private static boolean isMidnight(LocalDateTime local) {
        return local.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private LocalDateTime endOf(Timing.Span span) {
        return span.to().isDateOnly() ? dateOnlyEnd(span) : timedEnd(span.to().clock());
    }

    private LocalDateTime dateOnlyEnd(Timing.Span span) {
        LocalDate to = span.to().date();
        boolean belongs = readings.dateOnlyEnd() == DateOnlyEnd.INCLUSIVE
                || to.equals(span.from().date());
        return (belongs ? to.plusDays(1) : to).atStartOfDay();
    }

    private LocalDateTime timedEnd(LocalDateTime end) {
        boolean untilMidnight = readings.lastMinute() == LastMinute.MIDNIGHT
                && !end.toLocalTime().isBefore(LAST_MINUTE);
        return untilMidnight ? end.toLocalDate().plusDays(1).atStartOfDay() : end;
    }

    private Series series(OccasionEvent event, LocalSpan span) {
        boolean eachDay = readings.severalDays() == SeveralDays.EACH_DAY
                && event.working()
                && event.recurrence().isOnce();
        return eachDay
                ? eachDay(event, span)
                : Series.of(event, span, event.recurrence().copies());
    }

    /** An end that is no later in its day than the start is of the next morning; the last such night begins a day earlier. */
    private static Series eachDay(OccasionEvent event, LocalSpan span) {
        LocalTime until = span.end().toLocalTime();
        int morning = until.isAfter(span.start().toLocalTime()) ? 0 : 1;
        LocalDate first = span.start().toLocalDate();
        long days = ChronoUnit.DAYS.between(first, span.end().toLocalDate()) + 1 - morning;
        LocalSpan firstDay = new LocalSpan(span.start(), first.plusDays(morning).atTime(until), span.zone());
        return Series.of(event, firstDay, Math.toIntExact(days));
    }
}
