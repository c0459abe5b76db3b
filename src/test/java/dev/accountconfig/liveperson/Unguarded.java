package dev.accountconfig.liveperson;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** Lets everybody in until it is shut. */
final class Unguarded implements TypedGuard<Uni<VendorAnswer>> {
    private boolean shut;

    void shut() {
        shut = true;
    }

    @Override
    public Uni<VendorAnswer> call(Callable<Uni<VendorAnswer>> call) throws Exception {
        return call.call();
    }

    @Override
    public Uni<VendorAnswer> get(Supplier<Uni<VendorAnswer>> call) {
        return shut ? Uni.createFrom().failure(new BulkheadException("shut")) : call.get();
    }
}
