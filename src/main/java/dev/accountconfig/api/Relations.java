package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.AccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How this service stands with LivePerson, for its operators. */
@FunctionalInterface
public interface Relations {
    View of(AccountId account);

    /**
     * @param breakers states of circuit breakers, by service
     * @param addresses hosts, by service
     */
    @JsonPropertyOrder({"signIn", "breakers", "addresses"})
    record View(SignInView signIn, Map<String, String> breakers, Map<String, String> addresses) {}

    /**
     * Never a secret.
     *
     * @param kind of credential
     * @param since when the present session or token was granted; null where there was none
     * @param failed when the last sign-in failed; null where it did not
     * @param heldFor seconds until it is tried again; 0 where it is not held
     * @param why it failed
     */
    @JsonPropertyOrder({"kind", "since", "failed", "why", "heldFor"})
    record SignInView(
            String kind,
            @Nullable String since,
            @Nullable String failed,
            @Nullable String why,
            long heldFor) {}
}
