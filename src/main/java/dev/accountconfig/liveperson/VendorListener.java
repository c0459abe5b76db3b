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

    /** Tells both, this one first. */
    default VendorListener and(VendorListener other) {
        VendorListener one = this;
        return new VendorListener() {
            @Override
            public void answered(Purpose purpose, VendorAnswer answer, Duration took) {
                one.answered(purpose, answer, took);
                other.answered(purpose, answer, took);
            }

            @Override
            public void failed(Purpose purpose, VendorFailure.Kind kind, Duration took) {
                one.failed(purpose, kind, took);
                other.failed(purpose, kind, took);
            }

            @Override
            public void retried(VendorFailure.Kind reason) {
                one.retried(reason);
                other.retried(reason);
            }

            @Override
            public void breakerMoved(AccountId account, VendorService service, BreakerState to) {
                one.breakerMoved(account, service, to);
                other.breakerMoved(account, service, to);
            }

            @Override
            public void signedIn(AccountId account) {
                one.signedIn(account);
                other.signedIn(account);
            }

            @Override
            public void signInFailed(AccountId account, VendorFailure.Kind kind) {
                one.signInFailed(account, kind);
                other.signInFailed(account, kind);
            }

            @Override
            public void hostRefused(AccountId account) {
                one.hostRefused(account);
                other.hostRefused(account);
            }
        };
    }

    /** The Domain API named a host that must not see credentials; the address known before is kept. */
    default void hostRefused(AccountId account) {}
}
