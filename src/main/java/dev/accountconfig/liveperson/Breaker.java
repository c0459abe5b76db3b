package dev.accountconfig.liveperson;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker that exists only while it has a failure to remember: one that has seen nothing but successes does what
 * none does, and ten thousand accounts have thirty thousand of them. The first failure builds it, and tells it of the successes
 * before; it is dropped when its window holds nothing but successes again.
 */
final class Breaker {
    private final Supplier<TypedGuard<Uni<VendorAnswer>>> build;
    private final Predicate<@Nullable Throwable> unhealthy;
    private final int window;
    private @Nullable TypedGuard<Uni<VendorAnswer>> guard;

    /** In a row, and no more than the window has room for. */
    private int successes;

    /** @param unhealthy which failures count as such; the others count as successes */
    Breaker(Supplier<TypedGuard<Uni<VendorAnswer>>> build, Predicate<@Nullable Throwable> unhealthy, int window) {
        this.build = build;
        this.unhealthy = unhealthy;
        this.window = window;
    }

    /** Fails with {@link CircuitBreakerOpenException} where it is open. */
    Uni<VendorAnswer> watch(Supplier<Uni<VendorAnswer>> call) {
        return Uni.createFrom().deferred(() -> {
            TypedGuard<Uni<VendorAnswer>> present = present();
            return (present == null ? call.get().onFailure(unhealthy).invoke(this::tell) : present.get(call))
                    .onItemOrFailure()
                    .invoke((answer, failure) -> ended(failure));
        });
    }

    private synchronized @Nullable TypedGuard<Uni<VendorAnswer>> present() {
        return guard;
    }

    /** Of a failure that was under way when there was no breaker yet. */
    private void tell(Throwable failure) {
        count(existing(), Uni.createFrom().failure(failure));
    }

    private synchronized TypedGuard<Uni<VendorAnswer>> existing() {
        if (guard == null) {
            guard = build.get();
            for (int success = 0; success < successes; success++) {
                count(guard, Uni.createFrom().nullItem());
            }
        }
        return guard;
    }

    private static void count(TypedGuard<Uni<VendorAnswer>> guard, Uni<VendorAnswer> outcome) {
        guard.get(() -> outcome).subscribe().with(counted -> {}, counted -> {});
    }

    private synchronized void ended(@Nullable Throwable failure) {
        if (unhealthy.test(failure)) {
            successes = 0;
        } else if (!(failure instanceof CircuitBreakerOpenException)) {
            successes = Math.min(window, successes + 1);
            if (successes == window) {
                guard = null;
            }
        }
    }
}
