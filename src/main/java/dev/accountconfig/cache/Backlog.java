package dev.accountconfig.cache;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work on files that is still to be done, one piece at a time: the newest for each file only, and removals before writes,
 * since a value that must not come back is urgent and one more that could is not. Thread-safe; whoever adds never waits.
 */
final class Backlog {
    private final Executor worker;
    private final Map<Path, Runnable> removals = new LinkedHashMap<>();
    private final Map<Path, Runnable> writes = new LinkedHashMap<>();
    private boolean working;
    private boolean closed;

    /** @param worker runs one thing at a time, in the order in which it was given */
    Backlog(Executor worker) {
        this.worker = worker;
    }

    void write(Path file, Runnable work) {
        add(file, work, writes, removals);
    }

    void remove(Path file, Runnable work) {
        add(file, work, removals, writes);
    }

    /** Waits until there is no more to do, at most so long; what is left then, and what comes later, is never done. */
    void close(Duration limit) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        worker.execute(() -> done.complete(null));
        done.completeOnTimeout(null, limit.toNanos(), TimeUnit.NANOSECONDS).join();
        synchronized (this) {
            closed = true;
            removals.clear();
            writes.clear();
        }
    }

    private void add(Path file, Runnable work, Map<Path, Runnable> to, Map<Path, Runnable> from) {
        if (begin(file, work, to, from)) {
            worker.execute(this::work);
        }
    }

    private synchronized boolean begin(Path file, Runnable work, Map<Path, Runnable> to, Map<Path, Runnable> from) {
        if (closed) {
            return false;
        }
        from.remove(file);
        to.put(file, work);
        boolean idle = !working;
        working = true;
        return idle;
    }

    private void work() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = first(removals);
        if (next == null) {
            next = first(writes);
        }
        working = next != null;
        return next;
    }

    private static @Nullable Runnable first(Map<Path, Runnable> queue) {
        Iterator<Runnable> work = queue.values().iterator();
        if (!work.hasNext()) {
            return null;
        }
        Runnable first = work.next();
        work.remove();
        return first;
    }
}
