package dev.accountconfig.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The events of an occasion object, found by time: a binary search tree over the first days, laid out as a sorted array,
 * in which every node knows the last day of its subtree (an interval tree). Finding what touches a range costs
 * O(log n + found), however many events lie elsewhere and however long some of them are.
 */
final class Agenda {
    /** In every zone, a day of the calendar lies within the UTC days before and after it. */
    private static final int SLACK_DAYS = 1;

    private final List<Series> byFirstDay;
    private final long[] lastDayBelow;

    Agenda(List<Series> series) {
        byFirstDay = series.stream()
                .sorted(Comparator.comparingLong(Series::firstDay))
                .toList();
        lastDayBelow = new long[byFirstDay.size()];
        fill(0, lastDayBelow.length);
    }

    /** Null stands for "no such object applies". */
    static Agenda of(@Nullable Occasion occasion, Occurrences occurrences) {
        List<OccasionEvent> events = occasion == null ? List.of() : occasion.events();
        return new Agenda(
                events.stream().flatMap(event -> occurrences.of(event).stream()).toList());
    }

    /** All copies that touch the range in any zone, and possibly neighbours of them; by first day, then as configured. */
    List<Occurrence> touching(Instant start, Instant end) {
        return touching(epochDay(start) - SLACK_DAYS, epochDay(end) + SLACK_DAYS);
    }

    /** Those that touch a date, each in its own zone, and possibly neighbours of them. */
    List<Occurrence> touching(LocalDate day) {
        return touching(day.toEpochDay(), day.toEpochDay());
    }

    private List<Occurrence> touching(long from, long to) {
        List<Occurrence> found = new ArrayList<>();
        collect(0, lastDayBelow.length, from, to, found);
        return found;
    }

    private void collect(int low, int high, long from, long to, List<Occurrence> found) {
        int middle = (low + high) >>> 1;
        if (low >= high || lastDayBelow[middle] < from) {
            return;
        }
        collect(low, middle, from, to, found);
        Series series = byFirstDay.get(middle);
        if (series.firstDay() <= to) {
            found.addAll(series.touching(from, to));
            collect(middle + 1, high, from, to, found);
        }
    }

    private long fill(int low, int high) {
        if (low >= high) {
            return Long.MIN_VALUE;
        }
        int middle = (low + high) >>> 1;
        long below = Math.max(fill(low, middle), fill(middle + 1, high));
        lastDayBelow[middle] = Math.max(byFirstDay.get(middle).lastDay(), below);
        return lastDayBelow[middle];
    }

    private static long epochDay(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), TimeUnit.DAYS.toSeconds(1));
    }
}
