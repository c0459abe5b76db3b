package dev.accountconfig.liveperson;

import java.time.Duration;
import java.util.Optional;

/** What a sign-in brought, and for how long. */
public record Granted(Pass pass, Duration lifetime, Keeper keeper) {
    /** Ten years: long enough for anybody, short enough to be counted in nanoseconds. */
    static final Duration FOR_EVER = Duration.ofDays(3650);

    /** Less would be a sign-in a call; more would keep what nobody looks after. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * @param stated by the vendor, in milliseconds; none where there is nothing sensible
     * @param usual where it states nothing
     */
    static Duration lifetime(Optional<Long> stated, Duration usual) {
        return stated.filter(millis -> millis > 0)
                .map(millis -> Math.max(SHORTEST.toMillis(), Math.min(LONGEST.toMillis(), millis)))
                .map(Duration::ofMillis)
                .orElse(usual);
    }
}
