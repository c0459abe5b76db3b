package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Status.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When one workdays object and one occasion object together mean "open" (contract 2.4). Built once, asked often, from
 * any thread. Hours cost what their window holds; a status costs two binary searches, whatever the number of events.
 */
public final class EffectiveHours {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final @Nullable WeeklyPattern pattern;
    private final String workdaysName;
    private final Agenda agenda;
    private final Readings readings;
    private final Blocks blocks = new Blocks(range -> timeline(range, ruling(range)));

    private EffectiveHours(@Nullable WeeklyPattern pattern, String workdaysName, Agenda agenda, Readings readings) {
        this.pattern = pattern;
        this.workdaysName = workdaysName;
        this.agenda = agenda;
        this.readings = readings;
    }

    /**
     * Null stands for "no such object applies". A workdays object with shifts of which none can be honoured does not
     * apply either: to call it closed all week would be a guess.
     */
    public static EffectiveHours of(@Nullable Workdays workdays, @Nullable Occasion occasion, Readings readings) {
        Occurrences occurrences = new Occurrences(readings);
        return new EffectiveHours(
                workdays == null ? null : pattern(workdays, occurrences),
                workdays == null ? "" : workdays.name(),
                occasion == null ? new Agenda(List.of()) : agenda(occasion, occurrences),
                readings);
    }

    /** The hours of every date in the window, and why. */
    public Hours over(Window window) {
        return window.instants().map(range -> over(window, range)).orElseGet(() -> Hours.none(window));
    }

    private Hours over(Window window, Interval range) {
        Ruling ruling = ruling(range);
        Timeline timeline = timeline(range, ruling);
        List<DayHours> rows = new Rows(window, timeline, workdays()).of(ruling);
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
        Timeline timeline = blocks.at(instant);
        boolean open = timeline.open().contains(instant);
        Source source = source(timeline, instant);
        Instant horizon = instant.plus(Status.HORIZON);
        Optional<Instant> change = change(Timeline::open, instant, horizon);
        Optional<Instant> back = change.flatMap(from -> change(Timeline::open, from, horizon));
        return new Status(
                state(open, source),
                (open ? back : change).orElse(null),
                (open ? change : back).orElse(null),
                until(instant, change, horizon).orElse(null),
                source,
                because(source, open, instant));
    }

    /** Looks no further than what is found, so that a holiday months ahead costs nothing today. */
    private Optional<Instant> until(Instant instant, Optional<Instant> change, Instant horizon) {
        Optional<Instant> ruled = change(Timeline::ruled, instant, change.orElse(horizon));
        Optional<Instant> first = ruled.or(() -> change);
        return change(Timeline::byOccasions, instant, first.orElse(horizon)).or(() -> first);
    }

    private Optional<Instant> change(Function<Timeline, Intervals> set, Instant from, Instant horizon) {
        return set.apply(blocks.at(from)).contains(from)
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
        return pattern == null ? Source.NONE : Source.WORKDAYS;
    }

    private static State state(boolean open, Source source) {
        if (open) {
            return State.OPEN;
        }
        return source == Source.NONE ? State.UNKNOWN : State.CLOSED;
    }

    private List<String> because(Source source, boolean open, Instant instant) {
        return switch (source) {
            case NONE -> List.of();
            case WORKDAYS -> List.of(workdaysName);
            case OCCASION -> events(open, instant);
        };
    }

    private List<String> events(boolean open, Instant instant) {
        return new Ruling(agenda.touching(instant, instant), readings, zones()).because(open, instant);
    }

    private Optional<String> workdays() {
        return pattern == null ? Optional.empty() : Optional.of(workdaysName);
    }

    private Set<ZoneId> zones() {
        return pattern == null ? Set.of() : pattern.zones();
    }

    private Ruling ruling(Interval range) {
        return new Ruling(agenda.touching(range.start(), range.end()), readings, zones());
    }

    private Timeline timeline(Interval range, Ruling ruling) {
        return Timeline.of(pattern, ruling, range);
    }

    private static Agenda agenda(Occasion occasion, Occurrences occurrences) {
        return new Agenda(occasion.events().stream()
                .flatMap(event -> occurrences.of(event).stream())
                .toList());
    }

    private static @Nullable WeeklyPattern pattern(Workdays workdays, Occurrences occurrences) {
        List<Shift> shifts = workdays.events().stream()
                .flatMap(event -> occurrences.of(event).stream())
                .toList();
        boolean unreadable = shifts.isEmpty() && !workdays.events().isEmpty();
        return unreadable ? null : new WeeklyPattern(shifts);
    }
}
