package dev.accountconfig.metrics;

import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.OriginFailure;
import java.time.Duration;
import org.jboss.logging.Logger;

/** A line for each bug of ours. How the origin fails is left to the meters: where callers invent keys, they would fill a log. */
public final class BugLog<K> implements CacheListener<K> {
    private static final Logger LOG = Logger.getLogger(BugLog.class);

    @Override
    public void failed(K key, Throwable failure, int inARow, Duration pause) {
        if (!(failure instanceof OriginFailure)) {
            LOG.errorf(failure, "Refreshing %s failed by a bug", key);
        }
    }
}
