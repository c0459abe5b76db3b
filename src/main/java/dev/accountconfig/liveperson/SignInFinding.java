package dev.accountconfig.liveperson;

import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.schedule.Finding;
import dev.accountconfig.schedule.ItemKind;
import java.util.Optional;

/** What a refused sign-in means to whoever can mend it. Pure. */
final class SignInFinding {
    private SignInFinding() {}

    /**
     * @param credentials what was refused, in words
     * @return empty for an outage, which mends itself
     */
    static Optional<Finding> of(OriginFailure failure, String credentials) {
        return failure.reason() == OriginFailure.Reason.REFUSED
                ? Optional.of(new Finding(
                        Finding.Severity.ERROR,
                        ItemKind.ACCOUNT,
                        null,
                        null,
                        "LivePerson " + failure.getMessage() + ": what is shown here is what was known before.",
                        advice(failure, credentials)))
                : Optional.empty();
    }

    private static String advice(OriginFailure failure, String credentials) {
        if (!(failure instanceof VendorFailure known) || known.stage() != VendorFailure.Stage.SIGN_IN) {
            return "Check the account and liveperson.allowed-hosts; this service asks again every few minutes.";
        }
        return known.kind() == VendorFailure.Kind.BLOCKED
                ? "Call LivePerson's support, and restart this service, or give it a new secret, when they have lifted the block."
                : "Check " + credentials + " of this service for the account; it tries again every few minutes.";
    }
}
