package dev.accountconfig.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of instants, kept as the fewest intervals that make it up: ascending, disjoint, never meeting each other. Set
 * operations are linear sweeps, questions about one instant are binary searches.
 */
public final class Intervals {
    private static final Intervals NONE = new Intervals(List.of());

    private final List<Interval> list;

    /** The list already has the form promised above. */
    private Intervals(List<Interval> list) {
        this.list = list;
    }

    public static Intervals none() {
        return NONE;
    }

    /** Any intervals; they are sorted and merged. */
    public static Intervals of(Collection<Interval> any) {
        return any.isEmpty() ? NONE : new Intervals(merged(any));
    }

    public static Intervals of(Interval... intervals) {
        return of(List.of(intervals));
    }

    /** Ascending; they neither overlap nor meet. */
    public List<Interval> list() {
        return list;
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** Linear: the sort takes two ascending runs in one merge. */
    public Intervals union(Intervals other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        List<Interval> both = new ArrayList<>(list.size() + other.list.size());
        both.addAll(list);
        both.addAll(other.list);
        return of(both);
    }

    public Intervals minus(Intervals other) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        }
        List<Interval> left = new ArrayList<>(list.size());
        int next = 0;
        for (Interval whole : list) {
            while (next < other.list.size() && !other.list.get(next).end().isAfter(whole.start())) {
                next++;
            }
            cut(whole, other.list.subList(next, other.list.size()), left);
        }
        return new Intervals(List.copyOf(left));
    }

    /** What lies inside the range; logarithmic in the size of the set, linear in the size of the answer. */
    public Intervals clip(Interval range) {
        int from = firstEndingAfter(range.start());
        List<Interval> inside = new ArrayList<>();
        for (int i = from; i < list.size() && list.get(i).start().isBefore(range.end()); i++) {
            Interval each = list.get(i);
            inside.add(new Interval(later(each.start(), range.start()), earlier(each.end(), range.end())));
        }
        return inside.isEmpty() ? NONE : new Intervals(List.copyOf(inside));
    }

    public boolean contains(Instant instant) {
        return firstFrom(instant).filter(each -> each.contains(instant)).isPresent();
    }

    public boolean overlaps(Interval range) {
        return firstFrom(range.start()).filter(each -> each.overlaps(range)).isPresent();
    }

    /** The interval that contains the instant, else the next one. */
    public Optional<Interval> firstFrom(Instant instant) {
        int first = firstEndingAfter(instant);
        return first < list.size() ? Optional.of(list.get(first)) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Intervals intervals && list.equals(intervals.list);
    }

    @Override
    public int hashCode() {
        return list.hashCode();
    }

    @Override
    public String toString() {
        return list.toString();
    }

    private int firstEndingAfter(Instant instant) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).end().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static void cut(Interval whole, List<Interval> holes, List<Interval> left) {
        Instant from = whole.start();
        for (Interval hole : holes) {
            if (!hole.start().isBefore(whole.end())) {
                break;
            }
            Interval.between(from, hole.start()).ifPresent(left::add);
            from = later(from, hole.end());
        }
        Interval.between(from, whole.end()).ifPresent(left::add);
    }

    private static List<Interval> merged(Collection<Interval> any) {
        if (any.size() < 2) {
            return List.copyOf(any);
        }
        List<Interval> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparing(Interval::start));
        List<Interval> merged = new ArrayList<>(sorted.size());
        Interval last = sorted.get(0);
        for (Interval each : sorted.subList(1, sorted.size())) {
            if (each.start().isAfter(last.end())) {
                merged.add(last);
                last = each;
            } else if (each.end().isAfter(last.end())) {
                last = new Interval(last.start(), each.end());
            }
        }
        merged.add(last);
        return List.copyOf(merged);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
