package dev.accountconfig.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of instants for each name, within a range: who says so, when. From one edge to the next the names are the same,
 * so that those of a stretch, once listed, cost a binary search. An event that follows another of its name has no edge.
 */
final class Named {
    /** A list can hold every name there is; few stretches are asked about again and again. */
    private static final int KEPT = 64;

    private record Stretch(int number, List<String> names) {}

    private final Interval range;
    private final Map<String, Intervals> byName;
    private final Instant[] edges;
    private final AtomicReferenceArray<@Nullable Stretch> kept = new AtomicReferenceArray<>(KEPT);

    private Named(Interval range, Map<String, Intervals> byName) {
        this.range = range;
        this.byName = byName;
        edges = byName.values().stream()
                .flatMap(each -> each.list().stream())
                .flatMap(each -> Stream.of(each.start(), each.end()))
                .sorted()
                .distinct()
                .toArray(Instant[]::new);
    }

    /** @param when of each event, possibly overlapping and beyond the range */
    static Named of(List<Occurrence> events, Function<Occurrence, Stream<Interval>> when, Interval range) {
        Map<String, List<Interval>> parts = new LinkedHashMap<>();
        for (Occurrence each : events) {
            List<Interval> own = parts.computeIfAbsent(each.event().name(), name -> new ArrayList<>());
            when.apply(each).forEach(own::add);
        }
        Map<String, Intervals> byName = new LinkedHashMap<>();
        parts.forEach((name, own) -> byName.put(name, Intervals.of(own).clip(range)));
        byName.values().removeIf(Intervals::isEmpty);
        return new Named(range, byName);
    }

    /** In the order of the events; in the form that {@link List#copyOf} need not copy, as an answer would each time. */
    List<String> at(Instant instant) {
        int number = stretch(instant);
        int slot = Math.floorMod(number, KEPT);
        Stretch known = kept.get(slot);
        if (known != null && known.number() == number) {
            return known.names();
        }
        List<String> names = List.copyOf(byName.entrySet().stream()
                .filter(each -> each.getValue().contains(instant))
                .map(Map.Entry::getKey)
                .toList());
        kept.set(slot, new Stretch(number, names));
        return names;
    }

    /** When the names next change; empty where they stay to the end of the range. */
    Optional<Instant> changeAfter(Instant instant) {
        int next = stretch(instant);
        return next < edges.length && edges[next].isBefore(range.end()) ? Optional.of(edges[next]) : Optional.empty();
    }

    /** How many edges are not after the instant. */
    private int stretch(Instant instant) {
        int found = Arrays.binarySearch(edges, instant);
        return found < 0 ? -found - 1 : found + 1;
    }
}
