package dev.accountconfig.schedule;

import java.util.List;

/**
 * The hours of a window.
 *
 * @param intervals merged, half-open, clipped to the window
 * @param days one row for every date of the window
 */
public record Hours(Window window, List<Interval> intervals, List<DayHours> days) {
    public Hours {
        intervals = List.copyOf(intervals);
        days = List.copyOf(days);
    }

    /** Of dates that never were. */
    static Hours none(Window window) {
        return new Hours(
                window,
                List.of(),
                window.from().datesUntil(window.to()).map(DayHours::none).toList());
    }
}
