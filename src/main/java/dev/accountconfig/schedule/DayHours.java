package dev.accountconfig.schedule;

import java.time.LocalDate;
import java.util.List;

/**
 * The hours of one local date, in the zone that was asked for.
 *
 * <p>Rows are cut at midnight of that zone, wherever the occasion's own day begins. A row is {@link Source#OCCASION} as
 * soon as an occasion has a say in any part of it; {@code because} then names its events, and after them the workdays
 * object if part of the day is open because of it. Of a day that is closed from end to end it names the events that
 * close it, and only where there are none those that override it. That happens only where zones differ (a Tokyo day ends at four in the
 * afternoon in London) or where an off event is read as subtracting from workdays.
 *
 * @param open ascending; empty on a closed day
 * @param because names, without repetition; empty where no schedule applies
 */
public record DayHours(LocalDate date, List<Open> open, Source source, List<String> because) {
    public DayHours {
        open = List.copyOf(open);
        because = List.copyOf(because);
    }

    /** A date that the zone skipped, as Apia did with 30 December 2011. */
    static DayHours none(LocalDate date) {
        return new DayHours(date, List.of(), Source.NONE, List.of());
    }

    /**
     * {@code HH:mm}, with seconds where there are any.
     *
     * @param end {@code 24:00} where it runs to midnight
     */
    public record Open(String start, String end) {}
}
