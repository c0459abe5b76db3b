package dev.accountconfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What numbers and durations must keep to; the README says what they mean. Refuses with the key at fault. */
final class SettingsRules {
    /** An answer is held in memory several times while it is read. */
    private static final long MAX_BODY = 64L << 20;

    /** Calls a second; beyond this a call is no longer than its own pause. */
    private static final double MAX_RATE = 10_000;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST_REHEARSAL = Duration.ofMinutes(1);
    private static final Duration LONGEST_CALL = Duration.ofHours(1);

    /** Ten years: long enough for anybody, short enough to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private SettingsRules() {}

    /** @throws SettingsException naming the first key at fault */
    static void check(LivePersonSettings livePerson) {
        within(SHORTEST, LONGEST, "liveperson.domains-fresh", livePerson.domainsFresh());
    }

    /** @throws SettingsException naming the first key at fault */
    static void check(CacheSettings cache) {
        within(SHORTEST, LONGEST, "cache.fresh", cache.fresh());
        within(Duration.ZERO, LONGEST, "cache.stale-while-revalidate", cache.staleWhileRevalidate());
        within(Duration.ZERO, LONGEST, "cache.stale-if-error", cache.staleIfError());
        within(Duration.ZERO, LONGEST, "cache.negative", cache.negative());
        within(SHORTEST, LONGEST_CALL, "cache.patience", cache.patience());
        within(SHORTEST, LONGEST_CALL, "cache.warm-start-patience", cache.warmStartPatience());
        require(cache.maxEntries() > 0, "cache.max-entries", "must be at least 1");
        require(cache.documentsMaxBytes().asLongValue() > 0, "cache.documents-max-bytes", "must be at least 1");
        cache.directory().ifPresent(SettingsRules::checkDirectory);
    }

    /** @throws SettingsException naming the first key at fault */
    static void check(ApiSettings api) {
        within(Duration.ZERO, LONGEST_REHEARSAL, "api.rehearsal", api.rehearsal());
    }

    /** Whether it can be written to is found out by writing to it. */
    private static void checkDirectory(Path directory) {
        boolean kept = Files.isDirectory(directory) || Files.notExists(directory);
        require(kept, "cache.directory", "must be a directory, which " + directory + " is not");
    }

    /** @throws SettingsException naming the first key at fault */
    static void check(UpstreamSettings upstream) {
        within(SHORTEST, LONGEST_CALL, "upstream.connect", upstream.connect());
        within(SHORTEST, LONGEST_CALL, "upstream.deadline", upstream.deadline());
        within(Duration.ZERO, LONGEST, "upstream.retry-delay", upstream.retryDelay());
        long body = upstream.bodyLimit().asLongValue();
        require(body > 0 && body <= MAX_BODY, "upstream.body-limit", "must be from 1 byte to 64M");
        require(upstream.connections() > 0, "upstream.connections", "must be at least 1");
        upstream.trustFile()
                .ifPresent(file -> require(
                        Files.isReadable(file), "upstream.trust-file", "names " + file + ", which cannot be read"));
        require(upstream.concurrency() > 0, "upstream.concurrency", "must be at least 1");
        require(
                upstream.rate() > 0 && upstream.rate() <= MAX_RATE,
                "upstream.rate",
                "must be above 0 and at most 10000");
        double share = upstream.retryBudget();
        require(share >= 0 && share <= 1, "upstream.retry-budget", "must be from 0 to 1");
        check(upstream.breaker());
    }

    private static void check(UpstreamSettings.Breaker breaker) {
        require(breaker.window() > 0, "upstream.breaker.window", "must be at least 1");
        double ratio = breaker.failureRatio();
        require(ratio > 0 && ratio <= 1, "upstream.breaker.failure-ratio", "must be above 0 and at most 1");
        within(Duration.ZERO, LONGEST, "upstream.breaker.open-for", breaker.openFor());
    }

    private static void within(Duration least, Duration most, String key, Duration value) {
        boolean kept = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        require(kept, key, "must be from " + least.toMillis() + " ms to " + most.toHours() + " h");
    }

    private static void require(boolean kept, String key, String words) {
        if (!kept) {
            throw new SettingsException(key, words);
        }
    }
}
