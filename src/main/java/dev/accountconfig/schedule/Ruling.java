package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Readings.OffAlone;
import dev.accountconfig.schedule.Readings.OffBesideWorking;
import dev.accountconfig.schedule.Readings.OverriddenDay;
import java.time.ZoneId;
import java.util.List;
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
        return all(each -> true, this::opens).minus(off());
    }

    /** By workdays zone, the days that lose its shifts; the same for every zone where they are the occasion's own. */
    Function<ZoneId, Intervals> overridden() {
        if (readings.overriddenDay() == OverriddenDay.OCCASION_ZONE) {
            Intervals days = all(this::overrides, each -> each.days().stream());
            return zone -> days;
        }
        return zone -> all(this::overrides, each -> each.daysIn(zone).stream());
    }

    /** What is taken from workdays by the minute. */
    Intervals cut() {
        return all(this::cuts, each -> each.span().stream());
    }

    /** Where any event has a say. */
    Intervals reach() {
        return all(each -> true, this::reaches);
    }

    /** @param range what the occurrences were found for */
    Reasons reasons(Interval range) {
        return new Reasons(
                Named.of(occurrences, this::opens, range),
                Named.of(occurrences, this::closes, range),
                Named.of(occurrences, this::reaches, range));
    }

    private Stream<Interval> opens(Occurrence occurrence) {
        return occurrence.isWorking() ? occurrence.span().stream() : Stream.empty();
    }

    /** The time an off event takes from working ones. */
    Stream<Interval> closes(Occurrence occurrence) {
        if (occurrence.isWorking()) {
            return Stream.empty();
        }
        return readings.offBesideWorking() == OffBesideWorking.CLOSES_DAY
                ? occurrence.days().stream()
                : occurrence.span().stream();
    }

    private Intervals off() {
        return all(each -> true, this::closes);
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
        if (workdaysZones.isEmpty() || readings.overriddenDay() == OverriddenDay.OCCASION_ZONE) {
            return occurrence.days().stream();
        }
        return workdaysZones.stream().flatMap(zone -> occurrence.daysIn(zone).stream());
    }

    private Intervals all(Predicate<Occurrence> which, Function<Occurrence, Stream<Interval>> what) {
        return Intervals.of(occurrences.stream().filter(which).flatMap(what).toList());
    }
}
