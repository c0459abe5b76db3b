package dev.accountconfig.api;

import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Finding;
import java.util.Optional;

/** What keeps this service from asking about an account at all. */
@FunctionalInterface
public interface SignInFindings {
    /** @return empty where nothing is known against it */
    Optional<Finding> of(AccountId account);
}
