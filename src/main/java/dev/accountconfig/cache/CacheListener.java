package dev.accountconfig.cache;

import java.time.Duration;

/** Is told what happens in a cache, on the thread where it happens; must be quick and must not throw. */
public interface CacheListener<K> {
    default void served(K key, Outcome outcome) {}

    default void collapsed(K key) {}

    default void landed(K key, Landing landing) {}

    /**
     * @param failures in a row, this one included
     * @param pause until the next attempt
     */
    default void failed(K key, Throwable failure, int failures, Duration pause) {}
}
