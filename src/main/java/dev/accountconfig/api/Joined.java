package dev.accountconfig.api;

import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.Readings;
import dev.accountconfig.schedule.Schedules;
import dev.accountconfig.schedule.Skill;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.schedule.Workdays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last index of each account, made anew when one of its snapshots is another object than before: the cache keeps the
 * object for as long as its content stays the same. As many as there are configured accounts.
 */
final class Joined {
    static final Snapshot<Skill> NO_SKILLS = Snapshot.empty();
    private static final Snapshot<Workdays> NO_WORKDAYS = Snapshot.empty();
    private static final Snapshot<Occasion> NO_OCCASIONS = Snapshot.empty();

    private final Readings readings;
    private final ConcurrentHashMap<AccountId, Index> latest = new ConcurrentHashMap<>();

    Joined(Readings readings) {
        this.readings = readings;
    }

    record Hours(Snapshot<Workdays> workdays, Snapshot<Occasion> occasions) {
        static Hours of(Optional<Snapshot<Workdays>> workdays, Optional<Snapshot<Occasion>> occasions) {
            return new Hours(workdays.orElse(NO_WORKDAYS), occasions.orElse(NO_OCCASIONS));
        }
    }

    private record Index(Hours hours, Snapshot<Skill> skills, Schedules schedules) {
        @SuppressWarnings("ReferenceEquality") // equal content is the same object, and comparing content costs a parse
        boolean isOf(Hours others, Snapshot<Skill> otherSkills) {
            return hours.workdays == others.workdays && hours.occasions == others.occasions && skills == otherSkills;
        }
    }

    /** Two callers may make the same index at the same time; either is right. */
    Schedules of(AccountId account, Hours hours, Snapshot<Skill> skills) {
        Index last = latest.get(account);
        if (last != null && last.isOf(hours, skills)) {
            return last.schedules();
        }
        Schedules made = Schedules.of(hours.workdays(), hours.occasions(), skills, readings);
        latest.put(account, new Index(hours, skills, made));
        return made;
    }
}
