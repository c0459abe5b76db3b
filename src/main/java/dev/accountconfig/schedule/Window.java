package dev.accountconfig.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Local dates to compute hours for.
 *
 * @param from inclusive
 * @param to exclusive, at most {@value #MAX_DAYS} days after {@code from}
 * @param zone where the dates begin and end
 */
public record Window(LocalDate from, LocalDate to, ZoneId zone) {
    /** A year and a month: enough for "next year's holidays", small enough to compute on every request. */
    public static final int MAX_DAYS = 400;

    /** @throws IllegalArgumentException saying, for a caller, what is wrong with the dates */
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("to must be after from (it is exclusive)");
        }
        if (ChronoUnit.DAYS.between(from, to) > MAX_DAYS) {
            throw new IllegalArgumentException("at most " + MAX_DAYS + " days can be asked for at once");
        }
        if (!Occurrences.isPlausible(from) || !Occurrences.isPlausible(to)) {
            throw new IllegalArgumentException("the dates must lie in the years 1 to 9999");
        }
    }

    /** Absent where the zone skipped every day of the window, as Apia did with 30 December 2011. */
    public Optional<Interval> instants() {
        return Interval.between(Occurrences.startOf(from, zone), Occurrences.startOf(to, zone));
    }
}
