package dev.accountconfig.liveperson;

import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;

/** Asks the vendor to be let in. */
@FunctionalInterface
public interface SignIn {
    /** @return fails with a {@link VendorFailure} or an {@code OriginFailure} where it says no, or nothing */
    Uni<Granted> to(AccountId account);

    /** What is wrong where it says no. */
    default String words(AccountId account) {
        return "the credentials";
    }
}
