package dev.accountconfig.schedule;

import java.util.List;
import java.util.stream.LongStream;

/**
 * An occasion event with its daily copies, not expanded: a COUNT of 100 000 is as small as one of 1.
 *
 * @param first the first copy
 * @param copies at least 1; each lies one local day after the one before
 */
record Series(OccasionEvent event, LocalSpan first, int copies) {

    /**
     * Copies of two days and more overlap so far that together they are one long copy. Folding them keeps what lies in a
     * window proportional to the window, whatever length and COUNT say.
     */
    static Series of(OccasionEvent event, LocalSpan first, int copies) {
        boolean overlap = !first.start().plusDays(2).isAfter(first.end());
        return overlap
                ? new Series(event, new LocalSpan(first.start(), first.end().plusDays(copies - 1L), first.zone()), 1)
                : new Series(event, first, copies);
    }

    /** As days since 1970. */
    long firstDay() {
        return first.firstDay().toEpochDay();
    }

    /** As days since 1970, inclusive; one more than written, because a gap can move an end past midnight. */
    long lastDay() {
        return first.lastDay().toEpochDay() + copies;
    }

    /** The copies that touch any of these days (since 1970, inclusive), and possibly a neighbour of them. */
    List<Occurrence> touching(long from, long to) {
        long earliest = Math.max(0, from - first.lastDay().toEpochDay() - 1);
        long latest = Math.min(copies - 1L, to - firstDay());
        return LongStream.rangeClosed(earliest, latest)
                .mapToObj(copy -> Occurrence.of(event, first.plusDays(copy)))
                .toList();
    }
}
