package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One at a time for each key, in the order in which they came. What has begun goes on to its end, whether or not anybody
 * still waits for it. Thread-safe.
 */
final class Turns<K> {
    /** More would wait longer than any caller does. */
    private static final int LONGEST = 50;

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final int longest;

    /** Whose turn it is, first, and who waits behind. */
    private final Map<K, Queue<Turn>> queues = new HashMap<>();

    Turns() {
        this(LONGEST);
    }

    /** @param longest queue of a key */
    Turns(int longest) {
        this.longest = longest;
    }

    private interface Turn {
        /** @param over run once, at the end */
        void begin(Runnable over);
    }

    /** Takes its turn when it is called, not when the outcome is subscribed to. */
    <T> Uni<T> take(K key, Supplier<Uni<T>> act) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Turn turn = over -> begin(act, outcome, over);
        try {
            if (isFirst(key, turn)) {
                runFrom(key, turn);
            }
        } catch (ChangeFailure crowded) {
            return Uni.createFrom().failure(crowded);
        }
        return Uni.createFrom().completionStage(() -> outcome.copy());
    }

    /**
     * Who is over as soon as he has begun is followed by the next in this loop, not from within his own end: all who wait
     * may fail at once, and thousands of them would not fit on one stack.
     */
    private void runFrom(K key, @Nullable Turn first) {
        Turn turn = first;
        while (turn != null) {
            AtomicBoolean oneOfTwo = new AtomicBoolean();
            turn.begin(() -> {
                if (oneOfTwo.getAndSet(true)) {
                    runFrom(key, after(key));
                }
            });
            turn = oneOfTwo.getAndSet(true) ? after(key) : null;
        }
    }

    /** @throws ChangeFailure where too many wait already */
    private synchronized boolean isFirst(K key, Turn turn) {
        Queue<Turn> queue = queues.computeIfAbsent(key, unused -> new ArrayDeque<>());
        if (queue.size() >= longest) {
            throw new ChangeFailure(ChangeFailure.Certainty.NOT_MADE, "is being written to by too many", PAUSE);
        }
        queue.add(turn);
        return queue.size() == 1;
    }

    private synchronized @Nullable Turn after(K key) {
        Queue<Turn> queue = queues.getOrDefault(key, new ArrayDeque<>());
        queue.poll();
        if (queue.isEmpty()) {
            queues.remove(key);
        }
        return queue.peek();
    }

    private static <T> void begin(Supplier<Uni<T>> act, CompletableFuture<T> outcome, Runnable over) {
        Uni.createFrom()
                .deferred(act::get)
                .onTermination()
                .invoke(over)
                .subscribe()
                .with(outcome::complete, outcome::completeExceptionally);
    }
}
