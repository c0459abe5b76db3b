package dev.accountconfig.liveperson;

import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.liveperson.VendorFailure.Kind;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * The one way of an account to a vendor service. From the outside in: one early retry; not before the vendor wants to be
 * asked again; so many calls at once; the circuit breaker; the pace. Total deadline and body limit are the call's own.
 *
 * <p>The breaker and the limit of calls at once are SmallRye Fault Tolerance's. Its rate limit refuses where this one
 * waits, and it has neither a retry budget nor a memory of what the vendor asked for.
 */
final class Gate {
    private static final TypeLiteral<Uni<VendorAnswer>> ANSWER = new TypeLiteral<>() {};

    /** More would wait longer than any flight lasts. */
    private static final int WAITING = 100;

    private final VendorCalls inner;
    private final GateLimits limits;
    private final Surroundings surroundings;
    private final VendorListener listener;
    private final Bulkhead bulkhead;
    private final TypedGuard<Uni<VendorAnswer>> breaker;
    private final Pace pace;
    private final RetryBudget budget;

    /** Reading of the ticker until which the vendor wants to be left alone. */
    private final AtomicLong closedUntil;

    Gate(
            VendorCalls inner,
            GateLimits limits,
            Surroundings surroundings,
            TypedGuard<Uni<VendorAnswer>> breaker,
            VendorListener listener) {
        this.inner = inner;
        this.limits = limits;
        this.surroundings = surroundings;
        this.breaker = breaker;
        this.listener = listener;
        this.bulkhead = new Bulkhead(() -> bulkhead(limits));
        this.pace = new Pace(limits.perSecond(), limits.atOnce());
        this.budget = new RetryBudget(limits.retry().share());
        this.closedUntil = new AtomicLong(now());
    }

    Uni<VendorAnswer> pass(VendorCall call) {
        return Uni.createFrom().deferred(() -> {
            budget.called();
            return call.urgent() ? insist(call) : once(call);
        });
    }

    private Uni<VendorAnswer> insist(VendorCall call) {
        return once(call)
                .onFailure(failure -> VendorRetries.early(failure) && budget.take())
                .recoverWithUni(failure -> again(call, (VendorFailure) failure));
    }

    private Uni<VendorAnswer> again(VendorCall call, VendorFailure failure) {
        listener.retried(failure.kind());
        return later(retryDelay()).chain(() -> once(call));
    }

    private Uni<VendorAnswer> once(VendorCall call) {
        return unlessClosed(() -> admitted(call));
    }

    private Uni<VendorAnswer> admitted(VendorCall call) {
        return bulkhead.admit(() -> breaker.get(() -> paced(call)))
                .onFailure(VendorFailure.class)
                .invoke(failure -> heed(failure, call.purpose()))
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open ->
                        new VendorFailure(Kind.BREAKER_OPEN, "is left alone for a moment after too many failures"))
                .onFailure(BulkheadException.class)
                .transform(full -> new VendorFailure(Kind.HELD_BACK, "is asked too many questions at once"));
    }

    private Uni<VendorAnswer> paced(VendorCall call) {
        Duration wait = pace.reserve(now());
        Uni<VendorAnswer> sent = Uni.createFrom().deferred(() -> unlessClosed(() -> inner.send(call)));
        return wait.isZero() ? sent : later(wait).chain(() -> sent);
    }

    /** Looked at before a call waits for its turn and again after it: it may have been closed meanwhile. */
    private Uni<VendorAnswer> unlessClosed(Supplier<Uni<VendorAnswer>> call) {
        long closed = closedUntil.get() - now();
        return closed > 0 ? Uni.createFrom().failure(leftAlone(Duration.ofNanos(closed))) : call.get();
    }

    /** What was held back already says what is left of a respite, and asks for none. */
    private void heed(VendorFailure failure, Purpose purpose) {
        Duration respite = VendorRetries.respite(failure, purpose);
        if (failure.kind() != Kind.HELD_BACK && !respite.isZero()) {
            long until = now() + respite.toNanos();
            closedUntil.accumulateAndGet(until, (before, now) -> now - before > 0 ? now : before);
        }
    }

    private static VendorFailure leftAlone(Duration remaining) {
        return new VendorFailure(Kind.HELD_BACK, "asked to be left alone for a while", remaining);
    }

    private Duration retryDelay() {
        double factor = 0.5 + surroundings.chance().next();
        return Duration.ofNanos((long) (limits.retry().delay().toNanos() * factor));
    }

    private Uni<Void> later(Duration wait) {
        return wait.isZero()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .onExecutor(surroundings.timer())
                        .by(wait);
    }

    private static TypedGuard<Uni<VendorAnswer>> bulkhead(GateLimits limits) {
        return TypedGuard.create(ANSWER)
                .withBulkhead()
                .limit(limits.atOnce())
                .queueSize(WAITING)
                .done()
                .build();
    }

    private long now() {
        return surroundings.ticker().read();
    }
}
