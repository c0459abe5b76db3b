package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Schedule;
import dev.accountconfig.schedule.Schedules;
import dev.accountconfig.schedule.Status;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks about: the account as a whole, or one of its skills.
 *
 * @param skillId null for the account
 * @param zone of the account's default workdays, UTC where there are none
 */
record Asked(AccountId account, @Nullable Long skillId, Schedule schedule, ZoneId zone) {
    /** By its name in the IANA list; the offset of the same name would be called "Z". */
    static final ZoneId UTC = ZoneId.of("UTC");

    /**
     * As the query of a request names it.
     *
     * @param skill null for the account
     * @return fails with a {@link ProblemException} where there is no such skill
     */
    static Uni<Served<Asked>> of(AccountSchedules schedules, String account, @Nullable String skill) {
        return of(schedules, Parameters.account(account), Parameters.skill(skill), "?skill");
    }

    /**
     * @param pointer where the caller named the skill
     * @return fails with a {@link ProblemException} where there is no such skill
     */
    static Uni<Served<Asked>> of(
            AccountSchedules schedules, AccountId account, @Nullable Long skillId, String pointer) {
        Uni<Served<Schedules>> all = skillId == null ? schedules.accountWide(account) : schedules.withSkills(account);
        return all.map(served -> served.map(known -> {
            Schedule schedule = skillId == null ? known.account() : skill(served, known, skillId, pointer);
            return new Asked(account, skillId, schedule, known.zone().orElse(UTC));
        }));
    }

    /** @throws ProblemException where the instant is beyond what can be computed */
    Status status(Instant at) {
        try {
            return schedule.hours().at(at);
        } catch (IllegalArgumentException beyond) {
            throw Problem.invalid("?at", "is out of reach: " + beyond.getMessage())
                    .asException();
        }
    }

    private static Schedule skill(Served<?> served, Schedules schedules, long id, String pointer) {
        return schedules
                .skill(id)
                .orElseThrow(() -> Problem.unknown(pointer, "names no skill of the account")
                        .asException(served));
    }
}
