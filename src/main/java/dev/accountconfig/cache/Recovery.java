package dev.accountconfig.cache;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Caches that ask the same origin. When a key that failed in one of them lands again, it is released in all: after a long
 * outage the pauses are minutes, and the others would go on waiting for an origin that is back.
 */
public final class Recovery<K> {
    private final List<StaleCache<K, ?>> caches = new CopyOnWriteArrayList<>();

    public void include(StaleCache<K, ?> cache) {
        caches.add(cache);
    }

    /** For one of the caches. */
    public CacheListener<K> listener() {
        return new Watch();
    }

    private final class Watch implements CacheListener<K> {
        private final Set<K> failing = ConcurrentHashMap.newKeySet();

        @Override
        public void failed(K key, Throwable failure, int failures, Duration pause) {
            failing.add(key);
        }

        @Override
        public void landed(K key, Landing landing) {
            if (failing.remove(key)) {
                caches.forEach(cache -> cache.release(key));
            }
        }
    }
}
