package dev.accountconfig.liveperson;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jspecify.annotations.Nullable;

/**
 * So many calls at once; others wait. The guard that sees to it exists only while there are calls: it is a thousand bytes, and of
 * ten thousand accounts hardly any is being asked about at any moment. A circuit breaker cannot be had so cheaply, since it
 * remembers calls that are over. Thread-safe.
 */
final class Bulkhead {
    private final Supplier<TypedGuard<Uni<VendorAnswer>>> build;
    private @Nullable TypedGuard<Uni<VendorAnswer>> guard;
    private int calls;

    Bulkhead(Supplier<TypedGuard<Uni<VendorAnswer>>> build) {
        this.build = build;
    }

    /** Fails with {@link BulkheadException} where too many wait already. */
    Uni<VendorAnswer> admit(Supplier<Uni<VendorAnswer>> call) {
        return Uni.createFrom()
                .deferred(() -> enter()
                        // Inside: a caller that does not wait any longer ends no call, and nobody is told of that.
                        .get(() -> call.get().onTermination().invoke(this::leave))
                        .onFailure(BulkheadException.class)
                        .invoke(this::leave));
    }

    private synchronized TypedGuard<Uni<VendorAnswer>> enter() {
        if (guard == null) {
            guard = build.get();
        }
        calls++;
        return guard;
    }

    private synchronized void leave() {
        calls--;
        if (calls == 0) {
            guard = null;
        }
    }
}
