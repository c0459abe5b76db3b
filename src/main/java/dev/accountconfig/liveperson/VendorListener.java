package dev.accountconfig.liveperson;

import dev.accountconfig.schedule.AccountId;
import java.time.Duration;

/** Is told what happens between us and the vendor, on the thread where it happens; must be quick and must not throw. */
public interface VendorListener {
    enum BreakerState {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    default void answered(Purpose purpose, VendorAnswer answer, Duration took) {}

    default void failed(Purpose purpose, VendorFailure.Kind kind, Duration took) {}

    default void retried(VendorFailure.Kind reason) {}

    /** Also told of the closed state in which a breaker begins. */
    default void breakerMoved(AccountId account, VendorService service, BreakerState to) {}

    default void signedIn(AccountId account) {}

    default void signInFailed(AccountId account, VendorFailure.Kind kind) {}

    /** The Domain API named a host that must not see credentials; the address known before is kept. */
    default void hostRefused(AccountId account) {}
}
