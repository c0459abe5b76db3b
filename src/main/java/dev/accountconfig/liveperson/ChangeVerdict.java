package dev.accountconfig.liveperson;

import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.ChangeFailure.Certainty;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.liveperson.VendorFailure.Kind;
import dev.accountconfig.liveperson.VendorFailure.Stage;

/** What a failed call says about the change that it was to make. Pure. */
final class ChangeVerdict {
    private ChangeVerdict() {}

    static ChangeFailure on(OriginFailure failure) {
        return failure instanceof VendorFailure known && known.stage() == Stage.QUESTION
                ? new ChangeFailure(certainty(known.kind()), failure.getMessage(), failure.retryAfter())
                : ChangeFailure.notSent(failure);
    }

    /** Whatever came back once bytes were sent, and is no plain word of the vendor, leaves open what it did. */
    private static Certainty certainty(Kind kind) {
        return switch (kind) {
            case UNREACHABLE, THROTTLED, BREAKER_OPEN, HELD_BACK -> Certainty.NOT_MADE;
            case UNAUTHORIZED, FORBIDDEN, BLOCKED -> Certainty.REFUSED;
            case REJECTED -> Certainty.UNFIT;
            case CONFLICT -> Certainty.CONFLICTS;
            case BROKEN, TIMED_OUT, FAILING, GARBLED, UNEXPECTED -> Certainty.UNKNOWN;
        };
    }
}
