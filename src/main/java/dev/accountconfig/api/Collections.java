package dev.accountconfig.api;

import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.DocumentId;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.Skill;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.schedule.Workdays;
import io.smallrye.mutiny.Uni;

/**
 * What is remembered of accounts.
 *
 * @param documents apart from the others, and bounded for itself: their names are for callers to invent
 */
public record Collections(
        StaleCache<AccountId, Snapshot<Occasion>> occasions,
        StaleCache<AccountId, Snapshot<Workdays>> workdays,
        StaleCache<AccountId, Snapshot<Skill>> skills,
        StaleCache<DocumentId, Document> documents) {

    /** Something of the account was written, and any of them may show it. */
    public void forgetDocuments(AccountId account) {
        documents.invalidateAll(id -> id.account().equals(account));
    }

    /** Whatever spoke against asking for them is over. */
    public void forgive(AccountId account) {
        occasions.forgive(account);
        workdays.forgive(account);
        skills.forgive(account);
    }

    /** All three at once, unless they are fresh; behind everybody's back. */
    public Uni<Void> refresh(AccountId account) {
        return Uni.join()
                .all(occasions.refresh(account), workdays.refresh(account), skills.refresh(account))
                .andCollectFailures()
                .replaceWithVoid();
    }
}
