package dev.accountconfig.schedule;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A range of time, decided: who opens when.
 *
 * @param byWorkdays open because of workdays
 * @param byOccasions open because of an occasion
 * @param ruled where an occasion has a say, open or not
 * @param open open for either reason
 */
record Timeline(Interval range, Intervals byWorkdays, Intervals byOccasions, Intervals ruled, Intervals open) {

    /** @param pattern null where no workdays apply */
    static Timeline of(@Nullable WeeklyPattern pattern, Ruling ruling, Interval range) {
        Intervals byWorkdays = pattern == null ? Intervals.none() : remaining(pattern, ruling, range);
        Intervals byOccasions = ruling.open().clip(range);
        Intervals ruled = ruling.reach().clip(range);
        return new Timeline(range, byWorkdays, byOccasions, ruled, byWorkdays.union(byOccasions));
    }

    private static Intervals remaining(WeeklyPattern pattern, Ruling ruling, Interval range) {
        Intervals hours = Intervals.none();
        for (ZoneId zone : pattern.zones()) {
            hours = hours.union(pattern.hours(zone, range).minus(ruling.overriddenIn(zone)));
        }
        return hours.minus(ruling.cut());
    }
}
