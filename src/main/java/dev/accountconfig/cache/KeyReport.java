package dev.accountconfig.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All that an operator may know of a key; never its value.
 *
 * @param ttl until it stops being fresh; negative by how long it has stopped
 * @param revision as the origin last named it; null where it named none
 * @param heldDown until the next attempt; zero where it is not held down
 * @param failures in a row
 * @param lastFailure in words; null exactly where {@code failures} is 0
 */
public record KeyReport(
        Phase phase,
        Duration age,
        Duration ttl,
        @Nullable String revision,
        Duration heldDown,
        int failures,
        @Nullable String lastFailure) {

    static KeyReport of(Line<?> line, long now, Lifetime lifetime) {
        HoldDown hold = line.holdDown();
        return new KeyReport(
                line.entry().phase(now, lifetime),
                Duration.ofNanos(line.entry().age(now)),
                Duration.ofNanos(line.entry().ttl(now, lifetime)),
                line.entry().revision(),
                hold.remaining(now),
                hold.failures(),
                words(hold.cause()));
    }

    private static @Nullable String words(@Nullable Throwable cause) {
        if (cause == null) {
            return null;
        }
        return cause instanceof OriginFailure known ? known.getMessage() : "failed by a bug of this service";
    }
}
