package dev.accountconfig.api;

import dev.accountconfig.schedule.AccountId;
import java.time.Duration;
import java.util.Optional;

/** Decides who may sign in to this service as a client of LivePerson would: by credentials of this service's callers. */
public interface FaceSignIn {
    /** @return empty where the credentials are nobody's */
    Optional<Granted> signIn(AccountId account, Claim claim);

    /** @return whether there is a session to be prolonged */
    boolean refresh(AccountId account, String csrf);

    /** @return whether there was a session to be ended */
    boolean end(AccountId account, String csrf);

    /** Who somebody says to be. In no log: neither part is shown. */
    record Claim(String name, String secret) {
        @Override
        public String toString() {
            return "Claim[...]";
        }
    }

    /**
     * A session, in the vendor's terms (contract 5).
     *
     * @param lifetime unless it is refreshed
     */
    record Granted(String bearer, String csrf, String sessionId, Duration lifetime) {
        @Override
        public String toString() {
            return "Granted[...]";
        }
    }
}
