package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

/** One question on its way. Its outcome, success or failure, is shared by all who wait for it. */
final class Flight<T> {
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    /** Cancelling the wait leaves the flight alone: other passengers are aboard. */
    @SuppressWarnings("FutureReturnValueIgnored") // the waiter is told; nothing hangs on the future of whenComplete
    Uni<T> outcome() {
        return Uni.createFrom()
                .emitter(waiter -> outcome.whenComplete((item, failure) -> {
                    if (failure == null) {
                        waiter.complete(item);
                    } else {
                        waiter.fail(failure);
                    }
                }));
    }

    void succeed(T item) {
        outcome.complete(item);
    }

    void fail(Throwable failure) {
        outcome.completeExceptionally(failure);
    }
}
