package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One at a time for each key, in the order in which they came. What has begun goes on to its end, whether or not anybody
 * still waits for it.
 */
final class Turns<K> {
    private final ConcurrentHashMap<K, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    /** Takes its turn when it is called, not when the outcome is subscribed to. */
    <T> Uni<T> take(K key, Supplier<Uni<T>> act) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> before = last.put(key, mine);
        Runnable turn = () -> begin(act, outcome, () -> {
            last.remove(key, mine);
            mine.complete(null);
        });
        if (before == null) {
            turn.run();
        } else {
            var unused = before.thenRun(turn);
        }
        return Uni.createFrom().completionStage(() -> outcome.copy());
    }

    private static <T> void begin(Supplier<Uni<T>> act, CompletableFuture<T> outcome, Runnable done) {
        Uni.createFrom()
                .deferred(act::get)
                .onTermination()
                .invoke(done)
                .subscribe()
                .with(outcome::complete, outcome::completeExceptionally);
    }
}
