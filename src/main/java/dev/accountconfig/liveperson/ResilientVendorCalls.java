package dev.accountconfig.liveperson;

import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.liveperson.VendorFailure.Kind;
import dev.accountconfig.liveperson.VendorListener.BreakerState;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * A circuit breaker for each account and service, and one early retry of a call that never reached the vendor while
 * readers wait who cannot be served otherwise. All slower retries are the cache's hold-down.
 *
 * <p>Guards are never dropped: there are as many as configured accounts times services.
 */
public final class ResilientVendorCalls implements VendorCalls {
    private static final TypeLiteral<Uni<VendorAnswer>> ANSWER = new TypeLiteral<>() {};

    private final VendorCalls inner;
    private final Policy policy;
    private final VendorListener listener;
    private final TypedGuard<Uni<VendorAnswer>> earlyRetry;
    private final ConcurrentHashMap<Line, TypedGuard<Uni<VendorAnswer>>> breakers = new ConcurrentHashMap<>();

    /**
     * @param window calls that the breaker looks back on; it stays closed until it has seen as many
     * @param failureRatio of the window at which it opens
     * @param openFor before one probe is let through
     * @param retryDelay before the early retry, half of it spread at random
     */
    public record Policy(int window, double failureRatio, Duration openFor, Duration retryDelay) {}

    private record Line(AccountId account, VendorService service) {}

    public ResilientVendorCalls(VendorCalls inner, Policy policy, VendorListener listener) {
        this.inner = inner;
        this.policy = policy;
        this.listener = listener;
        this.earlyRetry = earlyRetry();
    }

    @Override
    public Uni<VendorAnswer> send(VendorCall call) {
        Uni<VendorAnswer> guarded = Uni.createFrom()
                .deferred(() -> breaker(call).get(() -> inner.send(call)))
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open ->
                        new VendorFailure(Kind.BREAKER_OPEN, "is left alone for a moment after too many failures"));
        return call.urgent() ? Uni.createFrom().deferred(() -> earlyRetry.get(() -> guarded)) : guarded;
    }

    private TypedGuard<Uni<VendorAnswer>> earlyRetry() {
        long half = policy.retryDelay().toMillis() / 2;
        return TypedGuard.create(ANSWER)
                .withDescription("early retry")
                .withRetry()
                .maxRetries(1)
                .delay(half, ChronoUnit.MILLIS)
                .jitter(half, ChronoUnit.MILLIS)
                .whenException(ResilientVendorCalls::neverArrived)
                .beforeRetry(failure -> listener.retried(((VendorFailure) failure).kind()))
                .done()
                .build();
    }

    private TypedGuard<Uni<VendorAnswer>> breaker(VendorCall call) {
        return breakers.computeIfAbsent(new Line(call.account(), call.purpose().service()), this::breaker);
    }

    private TypedGuard<Uni<VendorAnswer>> breaker(Line line) {
        listener.breakerMoved(line.account(), line.service(), BreakerState.CLOSED);
        return TypedGuard.create(ANSWER)
                .withDescription(line.service().wireName())
                .withCircuitBreaker()
                .requestVolumeThreshold(policy.window())
                .failureRatio(policy.failureRatio())
                .delay(policy.openFor().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .when(ResilientVendorCalls::unhealthy)
                .onStateChange(state -> listener.breakerMoved(line.account(), line.service(), state(state)))
                .done()
                .build();
    }

    private static boolean neverArrived(Throwable failure) {
        return failure instanceof VendorFailure known && known.kind() == Kind.UNREACHABLE;
    }

    /** A look-up that failed on the way to signing in must not count as a success, which would close a half-open breaker. */
    private static boolean unhealthy(Throwable failure) {
        return failure instanceof VendorFailure known
                ? known.kind().unhealthy()
                : failure instanceof OriginFailure origin && origin.reason() == OriginFailure.Reason.UNAVAILABLE;
    }

    private static BreakerState state(CircuitBreakerState state) {
        return switch (state) {
            case CLOSED -> BreakerState.CLOSED;
            case OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
        };
    }
}
