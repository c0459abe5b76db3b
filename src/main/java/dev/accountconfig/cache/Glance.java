package dev.accountconfig.cache;

import org.jspecify.annotations.Nullable;

/**
 * How a reader would be served at one moment without waiting. Only a look: the read is not counted, and nothing takes off,
 * until {@linkplain StaleCache#take it is made}.
 *
 * @param line as it stood then
 * @param now reading of the ticker
 * @param before at the other values of the same answer; null where there are none
 */
record Glance<K, V>(
        StaleCache<K, V> cache,
        K key,
        Line<V> line,
        long now,
        Outcome outcome,
        @Nullable Glance<?, ?> before) {
    long age() {
        return line.entry().age(now);
    }

    long ttl() {
        return cache.ttl(this);
    }

    @Nullable
    String revision() {
        return line.entry().revision();
    }

    boolean isStale() {
        return outcome == Outcome.STALE || outcome == Outcome.STALE_IF_ERROR;
    }

    void take() {
        cache.take(this);
    }
}
