package dev.accountconfig.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for as long as there is room; the least used goes first. Nobody waits for anybody, and nothing is ever
 * looked for elsewhere.
 */
public final class Bounded<K, V> {
    private final Cache<K, V> kept;

    /**
     * @param most of all weights together
     * @param weight of one key with its value, as it is when it is put
     */
    public Bounded(long most, ToIntBiFunction<K, V> weight) {
        kept = Caffeine.newBuilder()
                .maximumWeight(most)
                .<K, V>weigher(weight::applyAsInt)
                .executor(Runnable::run)
                .build();
    }

    public @Nullable V get(K key) {
        return kept.getIfPresent(key);
    }

    public void put(K key, V value) {
        kept.put(key, value);
    }

    /** Of all that is kept, once what is too much is gone. */
    public long weight() {
        kept.cleanUp();
        return kept.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
