package dev.accountconfig.liveperson;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker that forgets itself once all that it remembers are successes. It begins with an empty window, and does not
 * open before that is full. Thread-safe.
 */
final class Breaker {
    private final BriefGuard guard;
    private final Predicate<@Nullable Throwable> unhealthy;
    private final int window;

    /** Successes until no failure is in the window. */
    private int toForget;

    private boolean closed = true;

    /**
     * @param build takes whoever is to be told of each new state
     * @param unhealthy which failures count as such; the others count as successes
     * @param window calls that are looked back on
     */
    Breaker(
            Function<Consumer<CircuitBreakerState>, TypedGuard<Uni<VendorAnswer>>> build,
            Predicate<@Nullable Throwable> unhealthy,
            int window) {
        this.guard =
                new BriefGuard(() -> build.apply(this::moved), CircuitBreakerOpenException.class, this::isForgettable);
        this.unhealthy = unhealthy;
        this.window = window;
    }

    /** Fails with {@link CircuitBreakerOpenException} where it is open. */
    Uni<VendorAnswer> watch(Supplier<Uni<VendorAnswer>> call) {
        return guard.pass(() -> call.get().onItemOrFailure().invoke((answer, failure) -> ended(failure)));
    }

    private synchronized void ended(@Nullable Throwable failure) {
        toForget = unhealthy.test(failure) ? window : Math.max(0, toForget - 1);
    }

    /** A breaker that closes again does so with an empty window. */
    private synchronized void moved(CircuitBreakerState state) {
        closed = state == CircuitBreakerState.CLOSED;
        if (closed) {
            toForget = 0;
        }
    }

    private synchronized boolean isForgettable() {
        return closed && toForget == 0;
    }
}
