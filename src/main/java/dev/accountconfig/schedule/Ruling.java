package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Readings.OffAlone;
import dev.accountconfig.schedule.Readings.OffBesideWorking;
import dev.accountconfig.schedule.Readings.OverriddenDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an occasion object says about a time, as sets of instants (contract 2.4, E4 to E9):
 *
 * <pre>
 *   hours = (workdays - overridden days - cut) + (working - off)
 * </pre>
 *
 * "Overridden" and "cut" are the two ways to take hours from workdays: by the day and by the minute.
 */
final class Ruling {
    private final List<Occurrence> occurrences;
    private final Readings readings;
    private final Set<ZoneId> workdaysZones;

    /** @param workdaysZones empty where no workdays apply */
    Ruling(List<Occurrence> occurrences, Readings readings, Set<ZoneId> workdaysZones) {
        this.occurrences = occurrences;
        this.readings = readings;
        this.workdaysZones = workdaysZones;
    }

    List<Occurrence> occurrences() {
        return occurrences;
    }

    /** Working minus off. */
    Intervals open() {
        return all(Occurrence::isWorking, each -> each.span().stream()).minus(off());
    }

    /** The days that lose the shifts of one workdays zone. */
    Intervals overriddenIn(ZoneId workdaysZone) {
        return all(this::overrides, each -> overriddenDays(each, workdaysZone).stream());
    }

    /** What is taken from workdays by the minute. */
    Intervals cut() {
        return all(this::cuts, each -> each.span().stream());
    }

    /** Where any event has a say. */
    Intervals reach() {
        return all(each -> true, this::reaches);
    }

    /** Names of those that decided about an instant: who opens it, else who closes it, else who overrides its day. */
    List<String> because(boolean open, Instant instant) {
        Predicate<Occurrence> decides = open
                ? each -> each.isWorking() && each.covers(instant)
                : each -> !each.isWorking() && covers(closes(each), instant);
        Predicate<Occurrence> overrides = each -> reaches(each).anyMatch(reach -> reach.contains(instant));
        boolean decided = occurrences.stream().anyMatch(decides);
        return occurrences.stream()
                .filter(decided ? decides : overrides)
                .map(each -> each.event().name())
                .distinct()
                .toList();
    }

    /** The time an off event takes from working ones. */
    private Optional<Interval> closes(Occurrence off) {
        return readings.offBesideWorking() == OffBesideWorking.CLOSES_DAY ? off.days() : off.span();
    }

    private static boolean covers(Optional<Interval> interval, Instant instant) {
        return interval.filter(each -> each.contains(instant)).isPresent();
    }

    private Intervals off() {
        return all(each -> !each.isWorking(), each -> closes(each).stream());
    }

    /** An off event with clock times overrides nothing where it is read as a cut. */
    private boolean overrides(Occurrence occurrence) {
        return occurrence.isWorking() || occurrence.isAllDay() || readings.offAlone() == OffAlone.EMPTIES_DAY;
    }

    private boolean cuts(Occurrence occurrence) {
        return !overrides(occurrence);
    }

    /** Where one event has a say: its span, and the days it overrides; possibly overlapping. */
    Stream<Interval> reaches(Occurrence occurrence) {
        Stream<Interval> days = overrides(occurrence) ? overriddenDays(occurrence) : Stream.empty();
        Stream<Interval> span =
                occurrence.isWorking() || cuts(occurrence) ? occurrence.span().stream() : Stream.empty();
        return Stream.concat(days, span);
    }

    private Stream<Interval> overriddenDays(Occurrence occurrence) {
        Collection<ZoneId> zones = workdaysZones.isEmpty() ? Set.of(occurrence.zone()) : workdaysZones;
        return zones.stream().flatMap(zone -> overriddenDays(occurrence, zone).stream());
    }

    private Optional<Interval> overriddenDays(Occurrence occurrence, ZoneId workdaysZone) {
        return readings.overriddenDay() == OverriddenDay.OCCASION_ZONE
                ? occurrence.days()
                : occurrence.daysIn(workdaysZone);
    }

    private Intervals all(Predicate<Occurrence> which, Function<Occurrence, Stream<Interval>> what) {
        return Intervals.of(occurrences.stream().filter(which).flatMap(what).toList());
    }
}
