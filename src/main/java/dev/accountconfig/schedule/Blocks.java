package dev.accountconfig.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Timelines for stretches of {@value #DAYS} days, computed when first asked for and kept: "are we open?" is asked again
 * and again about the same days. The same block always has the same content, so a lost race costs time and nothing else.
 */
final class Blocks {
    /** Long enough that most next openings lie in the block asked for, short enough to compute in tens of microseconds. */
    private static final int DAYS = 64;

    /** With the block of the instant itself they span {@link Status#HORIZON}; older ones give way. */
    private static final int KEPT = 8;

    private static final long SECONDS = Duration.ofDays(DAYS).toSeconds();

    private final AtomicReferenceArray<@Nullable Timeline> kept = new AtomicReferenceArray<>(KEPT);
    private final Function<Interval, Timeline> compute;

    Blocks(Function<Interval, Timeline> compute) {
        this.compute = compute;
    }

    Timeline at(Instant instant) {
        long number = Math.floorDiv(instant.getEpochSecond(), SECONDS);
        int slot = Math.floorMod(number, KEPT);
        Timeline known = kept.get(slot);
        if (known != null && known.range().contains(instant)) {
            return known;
        }
        Timeline computed = compute.apply(
                new Interval(Instant.ofEpochSecond(number * SECONDS), Instant.ofEpochSecond((number + 1) * SECONDS)));
        kept.set(slot, computed);
        return computed;
    }

    /** The first instant from here, up to the horizon, that is in the set. */
    Optional<Instant> firstIn(Function<Timeline, Intervals> set, Instant from, Instant horizon) {
        for (Instant edge = from;
                !edge.isAfter(horizon);
                edge = at(edge).range().end()) {
            Optional<Interval> next = set.apply(at(edge)).firstFrom(edge);
            if (next.isPresent()) {
                Instant start = next.get().start();
                return Optional.of(start.isAfter(edge) ? start : edge).filter(found -> !found.isAfter(horizon));
            }
        }
        return Optional.empty();
    }

    /** The first instant from here, up to the horizon, that is not in the set. */
    Optional<Instant> firstNotIn(Function<Timeline, Intervals> set, Instant from, Instant horizon) {
        Instant edge = from;
        while (!edge.isAfter(horizon)) {
            Optional<Interval> here = set.apply(at(edge)).firstFrom(edge);
            if (here.isEmpty() || here.get().start().isAfter(edge)) {
                return Optional.of(edge);
            }
            edge = here.get().end();
        }
        return Optional.empty();
    }
}
