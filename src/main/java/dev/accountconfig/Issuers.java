package dev.accountconfig;

import dev.accountconfig.access.IssuerKeys;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/** Whoever publishes keys for tokens at an address is asked on a thread of its own, until the application ends. */
final class Issuers implements AutoCloseable {
    /** For the whole of an answer, its last byte included: the thread is one. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService worker;

    Issuers(ScheduledExecutorService worker) {
        this.worker = worker;
    }

    PublishedKeys at(URI address, IssuerKeys keys, LongSupplier ticker) {
        return new PublishedKeys(keys, new PublishedKeys.Source(address, PATIENCE), worker, ticker);
    }

    /** Who is asked just now is not waited for. A client of theirs ends when nobody holds it, and the worker was the last. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
