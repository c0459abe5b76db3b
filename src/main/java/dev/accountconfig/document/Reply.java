package dev.accountconfig.document;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor said to a write, to be said to the caller.
 *
 * @param status of HTTP
 * @param body null where there was none, or none that can be passed on
 * @param revision null where the vendor named none
 * @param retryAfter zero where the vendor did not say
 */
public record Reply(
        int status, @Nullable Document body, @Nullable String revision, Duration retryAfter) {

    public boolean isError() {
        return status >= 400;
    }
}
