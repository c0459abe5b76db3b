package dev.accountconfig.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A mishap that waits for its requests.
 *
 * @param account null for every account
 * @param left how many requests it still strikes; null until it is cleared
 */
record Armed(
        Requests requests,
        @Nullable String account,
        @Nullable Integer left,
        Mishap mishap) {

    boolean strikes(Received request) {
        return requests.include(request) && (account == null || account.equals(request.account()));
    }

    boolean spent() {
        return left != null && left <= 0;
    }

    Armed struck() {
        return left == null ? this : new Armed(requests, account, left - 1, mishap);
    }
}
