package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Readings.DateOnlyEnd;
import dev.accountconfig.schedule.Readings.LastMinute;
import dev.accountconfig.schedule.Readings.OffAlone;
import dev.accountconfig.schedule.Readings.OffBesideWorking;
import dev.accountconfig.schedule.Readings.OverriddenDay;
import dev.accountconfig.schedule.Readings.SeveralDays;
import java.util.ArrayList;
import java.util.List;

/** The defaults with one thing read otherwise. */
final class Reading {
    private static final Readings D = Readings.defaults();

    private Reading() {}

    static Readings dayOfWorkdays() {
        return new Readings(
                OverriddenDay.WORKDAYS_ZONE,
                D.offBesideWorking(),
                D.offAlone(),
                D.dateOnlyEnd(),
                D.lastMinute(),
                D.severalDays());
    }

    static Readings offClosesDay() {
        return new Readings(
                D.overriddenDay(),
                OffBesideWorking.CLOSES_DAY,
                D.offAlone(),
                D.dateOnlyEnd(),
                D.lastMinute(),
                D.severalDays());
    }

    static Readings offSubtractsFromWorkdays() {
        return new Readings(
                D.overriddenDay(),
                D.offBesideWorking(),
                OffAlone.SUBTRACTS_FROM_WORKDAYS,
                D.dateOnlyEnd(),
                D.lastMinute(),
                D.severalDays());
    }

    static Readings endInclusive() {
        return new Readings(
                D.overriddenDay(),
                D.offBesideWorking(),
                D.offAlone(),
                DateOnlyEnd.INCLUSIVE,
                D.lastMinute(),
                D.severalDays());
    }

    static Readings lastMinuteLiteral() {
        return new Readings(
                D.overriddenDay(),
                D.offBesideWorking(),
                D.offAlone(),
                D.dateOnlyEnd(),
                LastMinute.LITERAL,
                D.severalDays());
    }

    static Readings eachDay() {
        return new Readings(
                D.overriddenDay(),
                D.offBesideWorking(),
                D.offAlone(),
                D.dateOnlyEnd(),
                D.lastMinute(),
                SeveralDays.EACH_DAY);
    }

    /** Every combination there is. */
    static List<Readings> all() {
        List<Readings> all = new ArrayList<>();
        for (OverriddenDay day : OverriddenDay.values()) {
            for (OffBesideWorking beside : OffBesideWorking.values()) {
                for (OffAlone alone : OffAlone.values()) {
                    for (DateOnlyEnd end : DateOnlyEnd.values()) {
                        for (LastMinute minute : LastMinute.values()) {
                            for (SeveralDays several : SeveralDays.values()) {
                                all.add(new Readings(day, beside, alone, end, minute, several));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }
}
