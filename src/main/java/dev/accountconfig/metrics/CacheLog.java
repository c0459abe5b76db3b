package dev.accountconfig.metrics;

import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.Landing;
import dev.accountconfig.cache.OriginFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** One line when a key starts to fail, one for each further reason, and one when it is well again; not one an attempt. */
public final class CacheLog<K> implements CacheListener<K> {
    private static final Logger LOG = Logger.getLogger(CacheLog.class);

    private final String collection;
    private final Map<K, Set<String>> failing = new ConcurrentHashMap<>();

    public CacheLog(String collection) {
        this.collection = collection;
    }

    @Override
    public void failed(K key, Throwable failure, int inARow, Duration pause) {
        if (!(failure instanceof OriginFailure)) {
            LOG.errorf(failure, "Refreshing the %s of %s failed by a bug", collection, key);
            return;
        }
        String words = String.valueOf(failure.getMessage());
        if (failing.computeIfAbsent(key, first -> ConcurrentHashMap.newKeySet()).add(words)) {
            LOG.warnf("The %s of %s cannot be refreshed: LivePerson %s", collection, key, words);
        }
    }

    @Override
    public void landed(K key, Landing landing) {
        if (failing.remove(key) != null) {
            LOG.infof("The %s of %s can be refreshed again", collection, key);
        }
    }
}
