package dev.accountconfig;

import java.time.Duration;

/** What numbers and durations must keep to; the README says what they mean. Refuses with the key at fault. */
final class SettingsRules {
    /** An answer is held in memory several times while it is read. */
    private static final long MAX_BODY = 64L << 20;

    private SettingsRules() {}

    /** @throws SettingsException naming the first key at fault */
    static void check(CacheSettings cache) {
        positive("cache.fresh", cache.fresh());
        notNegative("cache.stale-while-revalidate", cache.staleWhileRevalidate());
        notNegative("cache.stale-if-error", cache.staleIfError());
        notNegative("cache.negative", cache.negative());
        positive("cache.patience", cache.patience());
        require(cache.maxEntries() > 0, "cache.max-entries", "must be at least 1");
    }

    /** @throws SettingsException naming the first key at fault */
    static void check(UpstreamSettings upstream) {
        positive("upstream.connect", upstream.connect());
        positive("upstream.deadline", upstream.deadline());
        notNegative("upstream.retry-delay", upstream.retryDelay());
        long body = upstream.bodyLimit().asLongValue();
        require(body > 0 && body <= MAX_BODY, "upstream.body-limit", "must be from 1 byte to 64M");
        require(upstream.connections() > 0, "upstream.connections", "must be at least 1");
        check(upstream.breaker());
    }

    private static void check(UpstreamSettings.Breaker breaker) {
        require(breaker.window() > 0, "upstream.breaker.window", "must be at least 1");
        double ratio = breaker.failureRatio();
        require(ratio > 0 && ratio <= 1, "upstream.breaker.failure-ratio", "must be above 0 and at most 1");
        notNegative("upstream.breaker.open-for", breaker.openFor());
    }

    private static void positive(String key, Duration value) {
        require(value.compareTo(Duration.ZERO) > 0, key, "must be longer than zero");
    }

    private static void notNegative(String key, Duration value) {
        require(!value.isNegative(), key, "must not be negative");
    }

    private static void require(boolean kept, String key, String words) {
        if (!kept) {
            throw new SettingsException(key, words);
        }
    }
}
