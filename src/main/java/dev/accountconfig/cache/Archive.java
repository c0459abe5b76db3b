package dev.accountconfig.cache;

import java.time.Duration;

/** Where the last known good values of several caches are kept. */
public interface Archive<K> {
    /** @param collection a name of its own for each cache: lower-case letters */
    <V> LastKnownGood<K, V> collection(String collection, Codec<V> codec);

    /** Finishes what is still to be kept, within the limit; from then on nothing is kept. */
    void close(Duration limit);

    /** Keeps nothing: a restart forgets. */
    static <K> Archive<K> memoryOnly() {
        return new Archive<>() {
            @Override
            public <V> LastKnownGood<K, V> collection(String collection, Codec<V> codec) {
                return LastKnownGood.none();
            }

            @Override
            public void close(Duration limit) {}
        };
    }
}
