package dev.accountconfig.schedule;

import java.util.Optional;

/**
 * One line of a special occasion.
 *
 * @param working true: these are the hours of the day; false: off
 */
public record OccasionEvent(String name, boolean working, Timing timing, Recurrence recurrence) {

    /** The days it touches on its own calendar; empty where its timing is unclear. An unsupported rule counts as once. */
    public Optional<DateRange> days() {
        return timing.understood()
                .map(span -> DateRange.touchedBy(span).repeatedDaily(Math.max(1, recurrence.copies())));
    }
}
