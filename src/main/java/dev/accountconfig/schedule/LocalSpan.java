package dev.accountconfig.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** From one hour of a clock until another, half-open, as a planner would read it off that clock. */
record LocalSpan(LocalDateTime start, LocalDateTime end, ZoneId zone) {
    /** Empty where the end is not after the start. */
    static Optional<LocalSpan> between(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        return start.isBefore(end) ? Optional.of(new LocalSpan(start, end, zone)) : Optional.empty();
    }

    LocalDate firstDay() {
        return start.toLocalDate();
    }

    /** Inclusive: an end at midnight belongs to the day before. */
    LocalDate lastDay() {
        LocalDate day = end.toLocalDate();
        return endsAtMidnight() ? day.minusDays(1) : day;
    }

    /** Only days as a whole, from midnight to midnight. */
    boolean isAllDay() {
        return startsAtMidnight() && endsAtMidnight();
    }

    boolean isLongerThan(int days) {
        return end.isAfter(start.plusDays(days));
    }

    boolean isOvernight() {
        return !isLongerThan(1) && lastDay().isAfter(firstDay());
    }

    boolean fitsAWeek() {
        return !isLongerThan(7);
    }

    LocalSpan plusDays(long days) {
        return new LocalSpan(start.plusDays(days), end.plusDays(days), zone);
    }

    boolean startsAtMidnight() {
        return start.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    boolean endsAtMidnight() {
        return end.toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
