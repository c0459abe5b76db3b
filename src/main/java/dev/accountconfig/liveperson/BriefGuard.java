package dev.accountconfig.liveperson;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A guard that is there while calls are in it, or it has something to remember. It is a thousand bytes and more, and of ten
 * thousand accounts hardly any is being asked about at any moment. Thread-safe.
 */
final class BriefGuard {
    private final Supplier<TypedGuard<Uni<VendorAnswer>>> build;
    private final Class<? extends Throwable> refusal;
    private final BooleanSupplier forgettable;
    private @Nullable TypedGuard<Uni<VendorAnswer>> guard;
    private int calls;

    /**
     * @param refusal what the guard fails with where it lets a call not through
     * @param forgettable whether another guard would do as well, once no call is in it
     */
    BriefGuard(
            Supplier<TypedGuard<Uni<VendorAnswer>>> build,
            Class<? extends Throwable> refusal,
            BooleanSupplier forgettable) {
        this.build = build;
        this.refusal = refusal;
        this.forgettable = forgettable;
    }

    Uni<VendorAnswer> pass(Supplier<Uni<VendorAnswer>> call) {
        return Uni.createFrom()
                .deferred(() -> enter().get(() -> call.get().onTermination().invoke(this::leave))
                        .onFailure(refusal)
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
        if (calls == 0 && forgettable.getAsBoolean()) {
            guard = null;
        }
    }
}
