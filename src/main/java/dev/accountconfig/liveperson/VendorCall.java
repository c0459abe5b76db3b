package dev.accountconfig.liveperson;

import dev.accountconfig.liveperson.VendorRequest.Verb;
import dev.accountconfig.schedule.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One request to the vendor, and why.
 *
 * @param urgent readers wait who cannot be served otherwise; never for a change, which is sent once
 */
public record VendorCall(AccountId account, Purpose purpose, VendorHost host, VendorRequest request, boolean urgent) {

    static VendorCall get(AccountId account, Purpose purpose, VendorHost host, String target) {
        return new VendorCall(account, purpose, host, new VendorRequest(Verb.GET, target, null, null), false);
    }

    static VendorCall post(
            AccountId account, Purpose purpose, VendorHost host, String target, VendorRequest.Body body) {
        return new VendorCall(account, purpose, host, new VendorRequest(Verb.POST, target, null, body), false);
    }

    /** @param request a change of what accountConfig holds */
    static VendorCall change(AccountId account, VendorHost host, VendorRequest request) {
        return new VendorCall(account, Purpose.CHANGE, host, request, false);
    }

    /** @param request a caller's own */
    static VendorCall passedOn(AccountId account, VendorHost host, VendorRequest request) {
        return new VendorCall(account, Purpose.PASSED_ON, host, request, false);
    }

    VendorCall unlessAt(@Nullable String revision) {
        return new VendorCall(account, purpose, host, request.at(revision), urgent);
    }

    VendorCall urgent(boolean yes) {
        return new VendorCall(account, purpose, host, request, yes);
    }

    VendorCall as(Pass pass) {
        return new VendorCall(account, purpose, host, request.as(pass), urgent);
    }
}
