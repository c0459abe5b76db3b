package dev.accountconfig.cache;

import java.time.Duration;

/**
 * Everything that is decided about a cache beforehand.
 *
 * @param patience how long a caller without a servable value waits for a flight
 * @param deadline how long a flight may take; a flight always ends
 * @param retries when a key whose refresh fails is asked for again
 * @param maxEntries keys held; the least used go first
 */
public record Policy(Lifetime lifetime, Duration patience, Duration deadline, RetrySchedule retries, long maxEntries) {}
