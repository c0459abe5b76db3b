package dev.accountconfig.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Stretches of {@value #DAYS} days, computed when first asked for and kept: "are we open?" is asked again and again
 * about the same days. The same block always has the same content, so a lost race costs time and nothing else.
 */
final class Blocks {
    /** Long enough that most next openings lie in the block asked for, short enough to compute in tens of microseconds. */
    private static final int DAYS = 64;

    /** With the block of the instant itself they span {@link Status#HORIZON}: as many as one status can touch. */
    private static final int TOUCHED = 8;

    /** One status about a far year displaces nothing that today's asked for since the last such one. */
    private static final int KEPT = 2 * TOUCHED;

    private static final long SECONDS = Duration.ofDays(DAYS).toSeconds();

    /** Those asked for lately first; never changed, only replaced. */
    private volatile List<Block> kept = List.of();

    private final Function<Interval, Timeline> timelines;
    private final Function<Interval, Reasons> reasons;

    Blocks(Function<Interval, Timeline> timelines, Function<Interval, Reasons> reasons) {
        this.timelines = timelines;
        this.reasons = reasons;
    }

    Block at(Instant instant) {
        long number = Math.floorDiv(instant.getEpochSecond(), SECONDS);
        List<Block> known = kept;
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).number() == number) {
                return i < TOUCHED ? known.get(i) : first(known.get(i));
            }
        }
        return first(compute(number));
    }

    /** Only what has fallen behind is moved, so that readers of the same days write nothing. */
    private Block first(Block block) {
        Stream<Block> others = kept.stream().filter(each -> each.number() != block.number());
        kept = Stream.concat(Stream.of(block), others).limit(KEPT).toList();
        return block;
    }

    private Block compute(long number) {
        Interval range =
                new Interval(Instant.ofEpochSecond(number * SECONDS), Instant.ofEpochSecond((number + 1) * SECONDS));
        return new Block(number, timelines.apply(range), () -> reasons.apply(range));
    }

    /** The first instant after this one, before the horizon, at which others decide, if it neither opens nor closes. */
    Optional<Instant> otherReason(Instant instant, boolean open, Instant horizon) {
        Reasons here = at(instant).reasons();
        List<String> names = here.at(instant, open);
        Optional<Instant> change = here.changeAfter(instant, open);
        for (Instant edge = end(instant); change.isEmpty() && edge.isBefore(horizon); edge = end(edge)) {
            Reasons next = at(edge).reasons();
            change = next.at(edge, open).equals(names) ? next.changeAfter(edge, open) : Optional.of(edge);
        }
        return change.filter(found -> found.isBefore(horizon));
    }

    private Instant end(Instant instant) {
        return at(instant).timeline().range().end();
    }

    /** The first instant from here, up to the horizon, that is in the set. */
    Optional<Instant> firstIn(Function<Timeline, Intervals> set, Instant from, Instant horizon) {
        for (Instant edge = from; !edge.isAfter(horizon); edge = end(edge)) {
            Optional<Interval> next = set.apply(at(edge).timeline()).firstFrom(edge);
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
            Optional<Interval> here = set.apply(at(edge).timeline()).firstFrom(edge);
            if (here.isEmpty() || here.get().start().isAfter(edge)) {
                return Optional.of(edge);
            }
            edge = here.get().end();
        }
        return Optional.empty();
    }
}
