package dev.accountconfig.schedule;

/**
 * How to read what the vendor leaves open (contract 10.2). Every constant says what speaks for it; the first of each is
 * the default.
 */
public record Readings(
        OverriddenDay overriddenDay,
        OffBesideWorking offBesideWorking,
        OffAlone offAlone,
        DateOnlyEnd dateOnlyEnd,
        LastMinute lastMinute,
        SeveralDays severalDays) {

    public static Readings defaults() {
        return new Readings(
                OverriddenDay.OCCASION_ZONE,
                OffBesideWorking.SUBTRACTS,
                OffAlone.EMPTIES_DAY,
                DateOnlyEnd.EXCLUSIVE,
                LastMinute.MIDNIGHT,
                SeveralDays.CONTINUOUS);
    }

    /** The defaults, but with every end as it is written. */
    static Readings literal() {
        Readings usual = defaults();
        return new Readings(
                usual.overriddenDay(),
                usual.offBesideWorking(),
                usual.offAlone(),
                usual.dateOnlyEnd(),
                LastMinute.LITERAL,
                usual.severalDays());
    }

    /** Whose calendar day loses its workdays, where an occasion and the workdays are in different zones (E9). */
    public enum OverriddenDay {
        /** The planner who wrote "3 July, Tokyo" meant the day as Tokyo has it. */
        OCCASION_ZONE,
        /** Hours are planned by date, and the date belongs to the place that works: each shift's own zone. */
        WORKDAYS_ZONE
    }

    /** What a not-working event over part of a day does to working events of the same day (E7). */
    public enum OffBesideWorking {
        /** "Not working beats working" (E6) for the time it names, and for no other. */
        SUBTRACTS,
        /** The vendor's only example of a contradiction ends in a closed day (E6). The day is the off event's own. */
        CLOSES_DAY
    }

    /** What a not-working event over part of a day does where no working event touches that day (E8). */
    public enum OffAlone {
        /** Occasions and workdays are never aggregated: the occasion overrides the day, and names no hours. */
        EMPTIES_DAY,
        /** What a planner who closes for two hours most likely wanted. */
        SUBTRACTS_FROM_WORKDAYS
    }

    /** Whether an end without a time belongs to the event (E11). Equal start and end mean that one day either way. */
    public enum DateOnlyEnd {
        /** Documented for workdays: a full day is {@code 2018-03-27} to {@code 2018-03-28} (contract 2.2). */
        EXCLUSIVE,
        /** How people read "from 1 to 14 August", and how the vendor's UI shows a timeframe (contract 1.8). */
        INCLUSIVE
    }

    /** What an end in the last minute of a day means (E10). */
    public enum LastMinute {
        /** The UI calls 11:59 pm "until midnight", and the documentation writes a full day so (contract 2.2). */
        MIDNIGHT,
        /** To the second, as written: a hole of up to a minute every night. */
        LITERAL
    }

    /** What a working event means that ends on a later date and has no rule (contract 10.2, 11.11). */
    public enum SeveralDays {
        /** Nothing in the format says that times repeat; repetition has a rule of its own. */
        CONTINUOUS,
        /** The UI asks for a timeframe of days and a shift time; the documented sample looks like one of these. */
        EACH_DAY
    }
}
