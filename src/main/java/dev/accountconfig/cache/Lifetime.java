package dev.accountconfig.cache;

import java.time.Duration;

/**
 * How long an answer is believed. Both stale windows start where freshness ends (RFC 5861 sections 3 and 4), so the shorter
 * lies within the longer.
 *
 * @param fresh believed without asking, before jitter
 * @param staleWhileRevalidate served at once while a flight is up
 * @param staleIfError served when the origin fails
 * @param negative how long an absence is believed; there is no stale absence
 */
public record Lifetime(Duration fresh, Duration staleWhileRevalidate, Duration staleIfError, Duration negative) {
    private static final double JITTER = 0.1;

    /** @throws IllegalArgumentException where a duration is negative, or freshness is zero */
    public Lifetime {
        if (fresh.isZero() || fresh.isNegative()) {
            throw new IllegalArgumentException("fresh must be longer than zero");
        }
        if (staleWhileRevalidate.isNegative() || staleIfError.isNegative() || negative.isNegative()) {
            throw new IllegalArgumentException("a lifetime cannot be negative");
        }
    }

    /** Freshness of one entry: within 10 % either way, so that entries written together do not expire together. */
    Duration freshOnce(Chance chance) {
        double factor = 1 - JITTER + 2 * JITTER * chance.next();
        return Duration.ofNanos((long) (fresh.toNanos() * factor));
    }

    /** @param staleness may be any, however long */
    boolean isOver(Duration staleness) {
        return staleness.compareTo(staleWhileRevalidate) >= 0 && staleness.compareTo(staleIfError) >= 0;
    }

    /** @param staleness in nanoseconds */
    Phase ofStaleness(long staleness) {
        if (staleness < staleWhileRevalidate.toNanos()) {
            return Phase.STALE_SERVABLE;
        }
        return staleness < staleIfError.toNanos() ? Phase.STALE_IF_ERROR : Phase.EXPIRED;
    }
}
