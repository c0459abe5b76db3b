package dev.accountconfig.cache;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one cache remembers beyond its own life. Thread-safe. {@code keep} and {@code forget} return at once, never fail, and
 * take effect in the order in which they were called for a key.
 */
public interface LastKnownGood<K, V> {
    /** What was kept in an earlier life, in any order; called once, before anything is kept. */
    List<Kept<K, V>> recall();

    /**
     * The origin has sent or confirmed this just now.
     *
     * @param value the same object as before where its content is the same
     * @param revision null where the origin has none to offer
     */
    void keep(K key, V value, @Nullable String revision);

    /** Nothing that was kept of the key may be recalled again; goes before whatever else is still to be kept. */
    void forget(K key);

    /** Keeps nothing. */
    static <K, V> LastKnownGood<K, V> none() {
        return new LastKnownGood<>() {
            @Override
            public List<Kept<K, V>> recall() {
                return List.of();
            }

            @Override
            public void keep(K key, V value, @Nullable String revision) {}

            @Override
            public void forget(K key) {}
        };
    }
}
