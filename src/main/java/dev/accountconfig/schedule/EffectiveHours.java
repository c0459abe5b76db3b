package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Status.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When one workdays object and one occasion object together mean "open" (contract 2.4). Built once, asked often, from
 * any thread. Hours cost what their window holds; a status, once its
 * days have been asked about, costs a few binary searches, whatever the number of events.
 */
public final class EffectiveHours {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final WeeklyPattern pattern;
    private final Agenda agenda;
    private final Readings readings;
    private final Blocks blocks = new Blocks(this::timeline, this::reasons);

    /** Both can be shared: neither changes. */
    EffectiveHours(WeeklyPattern pattern, Agenda agenda, Readings readings) {
        this.pattern = pattern;
        this.agenda = agenda;
        this.readings = readings;
    }

    /**
     * Null stands for "no such object applies". A workdays object with shifts of which none can be honoured does not
     * apply either: to call it closed all week would be a guess.
     */
    public static EffectiveHours of(@Nullable Workdays workdays, @Nullable Occasion occasion, Readings readings) {
        Occurrences occurrences = new Occurrences(readings);
        return new EffectiveHours(WeeklyPattern.of(workdays, occurrences), Agenda.of(occasion, occurrences), readings);
    }

    /** The hours of every date in the window, and why. */
    public Hours over(Window window) {
        return window.instants().map(range -> over(window, range)).orElseGet(() -> Hours.none(window));
    }

    private Hours over(Window window, Interval range) {
        Ruling ruling = ruling(range);
        Timeline timeline = Timeline.of(pattern, ruling, range);
        List<DayHours> rows = new Rows(window, timeline, pattern).of(ruling);
        return new Hours(window, timeline.open().list(), rows);
    }

    /**
     * Open or not, until when, and why.
     *
     * @throws IllegalArgumentException outside the years 1 to 9999
     */
    public Status at(Instant instant) {
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new IllegalArgumentException("the time must lie in the years 1 to 9999");
        }
        Timeline timeline = blocks.at(instant).timeline();
        boolean open = timeline.open().contains(instant);
        Source source = source(timeline, instant);
        Instant horizon = instant.plus(Status.HORIZON);
        Optional<Instant> change = change(Timeline::open, instant, horizon);
        Optional<Instant> back = change.flatMap(from -> change(Timeline::open, from, horizon));
        return new Status(
                state(open, source),
                (open ? back : change).orElse(null),
                (open ? change : back).orElse(null),
                until(instant, open, source, change.orElse(horizon))
                        .or(() -> change)
                        .orElse(null),
                source,
                because(source, open, instant));
    }

    /** Looks no further than what is found, so that a holiday months ahead costs nothing today. */
    private Optional<Instant> until(Instant instant, boolean open, Source source, Instant horizon) {
        Optional<Instant> ruled = change(Timeline::ruled, instant, horizon);
        Instant first = ruled.orElse(horizon);
        Optional<Instant> decided =
                change(Timeline::byOccasions, instant, first).or(() -> ruled);
        return source == Source.OCCASION
                ? blocks.otherReason(instant, open, decided.orElse(horizon)).or(() -> decided)
                : decided;
    }

    private Optional<Instant> change(Function<Timeline, Intervals> set, Instant from, Instant horizon) {
        return set.apply(blocks.at(from).timeline()).contains(from)
                ? blocks.firstNotIn(set, from, horizon)
                : blocks.firstIn(set, from, horizon);
    }

    private Source source(Timeline timeline, Instant instant) {
        if (timeline.byOccasions().contains(instant)) {
            return Source.OCCASION;
        }
        if (!timeline.byWorkdays().contains(instant) && timeline.ruled().contains(instant)) {
            return Source.OCCASION;
        }
        return pattern.applies() ? Source.WORKDAYS : Source.NONE;
    }

    private static State state(boolean open, Source source) {
        if (open) {
            return State.OPEN;
        }
        return source == Source.NONE ? State.UNKNOWN : State.CLOSED;
    }

    private List<String> because(Source source, boolean open, Instant instant) {
        return source == Source.OCCASION ? blocks.at(instant).reasons().at(instant, open) : pattern.names();
    }

    private Timeline timeline(Interval range) {
        return Timeline.of(pattern, ruling(range), range);
    }

    private Reasons reasons(Interval range) {
        return ruling(range).reasons(range);
    }

    private Ruling ruling(Interval range) {
        return new Ruling(agenda.touching(range.start(), range.end()), readings, pattern.zones());
    }
}
