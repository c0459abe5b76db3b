package dev.accountconfig;

import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.cache.Ticker;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Real time that a test may put forward, so that entries age without waiting. Patience and deadlines stay real, since real
 * sockets know no other time. Without jitter.
 */
@Singleton
public class MovableTime implements Ticker {
    private final AtomicLong skipped = new AtomicLong();

    @Override
    public long read() {
        return System.nanoTime() + skipped.get();
    }

    public void pass(Duration duration) {
        skipped.addAndGet(duration.toNanos());
    }

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Surroundings surroundings() {
        return new Surroundings(this, Executors.newSingleThreadScheduledExecutor(), () -> 0.5);
    }
}
