package dev.accountconfig.liveperson;

import dev.accountconfig.schedule.AccountId;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One request to the vendor. Everything that goes onto the wire is named here; nothing is copied from a caller.
 *
 * @param target path and query, encoded
 * @param ifMatch a revision: on a GET it asks for "not modified", contrary to HTTP (contract 8.1)
 * @param authorization value of the header of that name
 * @param json body; its presence makes the call a POST
 * @param urgent readers wait who cannot be served otherwise
 */
public record VendorCall(
        AccountId account,
        Purpose purpose,
        VendorHost host,
        String target,
        @Nullable String ifMatch,
        @Nullable Secret authorization,
        @Nullable Buffer json,
        boolean urgent) {

    static VendorCall get(AccountId account, Purpose purpose, VendorHost host, String target) {
        return new VendorCall(account, purpose, host, target, null, null, null, false);
    }

    static VendorCall post(AccountId account, Purpose purpose, VendorHost host, String target, Buffer json) {
        return new VendorCall(account, purpose, host, target, null, null, json, false);
    }

    VendorCall unlessAt(@Nullable String revision) {
        return new VendorCall(account, purpose, host, target, revision, authorization, json, urgent);
    }

    VendorCall urgent(boolean yes) {
        return new VendorCall(account, purpose, host, target, ifMatch, authorization, json, yes);
    }

    VendorCall as(Secret header) {
        return new VendorCall(account, purpose, host, target, ifMatch, header, json, urgent);
    }

    /** Without the body, which may hold a password. */
    @Override
    public String toString() {
        return purpose + " " + account + " " + host + target;
    }
}
