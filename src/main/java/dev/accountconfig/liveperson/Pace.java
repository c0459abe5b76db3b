package dev.accountconfig.liveperson;

import java.time.Duration;

/**
 * Smooths calls: so many a second, a few at once after a quiet while. The vendor throttles bursts (contract 7), and a call
 * that waits a little is better than one that is refused. The generic cell rate algorithm, a leaky bucket that is counted
 * in time. Thread-safe.
 */
final class Pace {
    private final long interval;
    private final long tolerance;
    private long due = Long.MIN_VALUE;

    /** @param burst calls that may go at once, at least 1 */
    Pace(double perSecond, int burst) {
        this.interval = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
        this.tolerance = interval * (burst - 1);
    }

    /**
     * Gives away the next free moment.
     *
     * @param now reading of the ticker
     * @return how long to wait for it
     */
    synchronized Duration reserve(long now) {
        if (due == Long.MIN_VALUE || due - now < 0) {
            due = now;
        }
        long wait = Math.max(0, due - tolerance - now);
        due += interval;
        return Duration.ofNanos(wait);
    }
}
