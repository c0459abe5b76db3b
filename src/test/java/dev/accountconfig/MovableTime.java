package dev.accountconfig;

import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.cache.Ticker;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Real time that a test may put forward, so that entries age without waiting. Patience and deadlines stay real, since real
 * sockets know no other time. Without jitter.
 */
@Singleton
public class MovableTime implements Ticker {
    private final AtomicLong skipped = new AtomicLong();

    private final AtomicReference<InstantSource> calendar = new AtomicReference<>(InstantSource.system());

    private final AtomicReference<LongSupplier> running = new AtomicReference<>(System::nanoTime);

    @Override
    public long read() {
        return running.get().getAsLong() + skipped.get();
    }

    /** Lets entries age by {@link #pass} alone. */
    public void hold() {
        long now = System.nanoTime();
        running.set(() -> now);
    }

    public void release() {
        running.set(System::nanoTime);
    }

    /** Sets the calendar, which otherwise shows the real time; entries do not age by it. */
    public void setCalendar(Instant now) {
        calendar.set(InstantSource.fixed(now));
    }

    public void releaseCalendar() {
        calendar.set(InstantSource.system());
    }

    public void pass(Duration duration) {
        skipped.addAndGet(duration.toNanos());
    }

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Surroundings surroundings() {
        return new Surroundings(this, Executors.newSingleThreadScheduledExecutor(), () -> 0.5, () -> Runnable::run);
    }

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    InstantSource clock() {
        return () -> calendar.get().instant();
    }
}
