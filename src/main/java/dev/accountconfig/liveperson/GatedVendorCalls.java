package dev.accountconfig.liveperson;

import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.liveperson.VendorListener.BreakerState;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every call to the vendor passes a {@link Gate}, of which there is one for each account and service. Gates are never
 * dropped: there are as many as configured accounts times services.
 */
public final class GatedVendorCalls implements VendorCalls {
    private static final TypeLiteral<Uni<VendorAnswer>> ANSWER = new TypeLiteral<>() {};

    private final VendorCalls inner;
    private final GateLimits limits;
    private final Surroundings surroundings;
    private final VendorListener listener;
    private final ConcurrentHashMap<Line, Gate> gates = new ConcurrentHashMap<>();

    private record Line(AccountId account, VendorService service) {}

    public GatedVendorCalls(VendorCalls inner, GateLimits limits, Surroundings surroundings, VendorListener listener) {
        this.inner = inner;
        this.limits = limits;
        this.surroundings = surroundings;
        this.listener = listener;
    }

    @Override
    public Uni<VendorAnswer> send(VendorCall call) {
        return gates.computeIfAbsent(new Line(call.account(), call.purpose().service()), this::gate)
                .pass(call);
    }

    private Gate gate(Line line) {
        listener.breakerMoved(line.account(), line.service(), BreakerState.CLOSED);
        return new Gate(inner, limits, surroundings, breaker(line), listener);
    }

    /** Half-open, it lets as many probes through as successes close it: one. */
    private TypedGuard<Uni<VendorAnswer>> breaker(Line line) {
        return TypedGuard.create(ANSWER)
                .withDescription(line.service().wireName())
                .withCircuitBreaker()
                .requestVolumeThreshold(limits.breaker().window())
                .failureRatio(limits.breaker().failureRatio())
                .delay(limits.breaker().openFor().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .when(GatedVendorCalls::unhealthy)
                .onStateChange(state -> listener.breakerMoved(line.account(), line.service(), state(state)))
                .done()
                .build();
    }

    private static boolean unhealthy(Throwable failure) {
        return failure instanceof VendorFailure known && known.kind().unhealthy();
    }

    private static BreakerState state(CircuitBreakerState state) {
        return switch (state) {
            case CLOSED -> BreakerState.CLOSED;
            case OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
        };
    }
}
