package dev.accountconfig.api;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an answer is right, however long what it was made of is believed: a status up to the next change of state, what
 * begins today up to midnight.
 *
 * @param from when it was made
 * @param until when it is another; exclusive
 */
record Validity(Instant from, Instant until) {
    /** Nothing in it depends on the clock. */
    static final Validity ALWAYS = new Validity(Instant.MIN, Instant.MAX);

    /** What looks ahead to a horizon changes a little as the horizon moves; nobody waits for that longer than this. */
    private static final Duration KEPT = Duration.ofHours(1);

    static Validity lasting(Duration right, Instant now) {
        return new Validity(now, now.plus(right));
    }

    /** Whole seconds, rounded down. */
    long left(Instant now) {
        long begun = until.getNano() < now.getNano() ? 1 : 0;
        return until.getEpochSecond() - now.getEpochSecond() - begun;
    }

    /** The same when it is made. */
    long left() {
        return left(from);
    }

    /** Whether it may be told again: neither too late for it, nor, where a clock was put back, too early. */
    boolean holds(Instant now) {
        return equals(ALWAYS) || (!now.isBefore(from) && now.isBefore(until) && now.isBefore(from.plus(KEPT)));
    }
}
