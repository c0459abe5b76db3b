package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.Snapshot;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** The collections of the configured accounts. An account that is not configured is never asked for. */
public final class AccountSchedules {
    private final Set<AccountId> accounts;
    private final StaleCache<AccountId, Snapshot<Occasion>> occasions;

    public AccountSchedules(Set<AccountId> accounts, StaleCache<AccountId, Snapshot<Occasion>> occasions) {
        this.accounts = Set.copyOf(accounts);
        this.occasions = occasions;
    }

    /** @throws ProblemException where the account is not configured */
    Uni<Served<Snapshot<Occasion>>> occasions(AccountId account) {
        if (!accounts.contains(account)) {
            throw Problem.of(ProblemType.UNKNOWN_ACCOUNT, "No account " + account + " is served here.")
                    .asException();
        }
        return occasions.get(account);
    }

    /** @throws ProblemException where the vendor has no such collection */
    static <T> T present(Served<T> served) {
        return served.value()
                .orElseThrow(
                        () -> Problem.of(ProblemType.UNKNOWN_ITEM, "LivePerson has no such collection for the account.")
                                .asException());
    }
}
