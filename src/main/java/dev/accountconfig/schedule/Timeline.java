package dev.accountconfig.schedule;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A range of time, decided: who opens when.
 *
 * @param byWorkdays open because of workdays
 * @param byOccasions open because of an occasion
 * @param ruled where an occasion has a say, open or not
 * @param open open for either reason
 */
record Timeline(Interval range, Intervals byWorkdays, Intervals byOccasions, Intervals ruled, Intervals open) {

    static Timeline of(WeeklyPattern pattern, Ruling ruling, Interval range) {
        Intervals byWorkdays = remaining(pattern, ruling, range);
        Intervals byOccasions = ruling.open().clip(range);
        Intervals ruled = ruling.reach().clip(range);
        return new Timeline(range, byWorkdays, byOccasions, ruled, byWorkdays.union(byOccasions));
    }

    private static Intervals remaining(WeeklyPattern pattern, Ruling ruling, Interval range) {
        Function<ZoneId, Intervals> overridden = ruling.overridden();
        List<Interval> hours = new ArrayList<>();
        for (ZoneId zone : pattern.zones()) {
            hours.addAll(
                    pattern.hours(zone, range).minus(overridden.apply(zone)).list());
        }
        return Intervals.of(hours).minus(ruling.cut());
    }
}
