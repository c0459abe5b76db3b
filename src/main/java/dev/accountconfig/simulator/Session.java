package dev.accountconfig.simulator;

import java.time.Instant;

/**
 * A signed-in user of one account (contract, section 5).
 *
 * @param id the value of the cookie {@code Session_id}
 * @param csrf empty for a token of OAuth 2, which nobody refreshes
 * @param expires exclusive: at this instant the bearer is dead
 */
record Session(
        String account, String user, Privilege privilege, String bearer, String csrf, String id, Instant expires) {

    Session until(Instant other) {
        return new Session(account, user, privilege, bearer, csrf, id, other);
    }

    Session withCsrf(String other) {
        return new Session(account, user, privilege, bearer, other, id, expires);
    }

    Session withBearer(String other) {
        return new Session(account, user, privilege, other, csrf, id, expires);
    }

    boolean aliveAt(Instant now) {
        return now.isBefore(expires);
    }
}
