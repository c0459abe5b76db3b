package dev.accountconfig.metrics;

import dev.accountconfig.liveperson.Purpose;
import dev.accountconfig.liveperson.VendorAnswer;
import dev.accountconfig.liveperson.VendorFailure;
import dev.accountconfig.liveperson.VendorListener;
import dev.accountconfig.liveperson.VendorService;
import dev.accountconfig.schedule.AccountId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts and times what happens between us and the vendor. */
public final class VendorMeters implements VendorListener {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3)
    };

    /** Why calls are tried again early. */
    private static final List<VendorFailure.Kind> EARLY =
            List.of(VendorFailure.Kind.UNREACHABLE, VendorFailure.Kind.BROKEN, VendorFailure.Kind.FAILING);

    private record Breaker(AccountId account, VendorService service) {}

    private final MeterRegistry registry;
    private final Map<Breaker, BreakerState> breakers = new ConcurrentHashMap<>();

    public VendorMeters(MeterRegistry registry) {
        this.registry = registry;
        register(MeterName.UPSTREAM_HOSTS_REFUSED);
        for (VendorFailure.Kind reason : EARLY) {
            register(MeterName.UPSTREAM_RETRIES, "reason", Label.of(reason));
        }
        register(MeterName.UPSTREAM_SIGN_INS, "outcome", "granted");
        for (VendorFailure.Kind kind : VendorFailure.Kind.values()) {
            register(MeterName.UPSTREAM_SIGN_INS, "outcome", Label.of(kind));
        }
        for (VendorService service : VendorService.values()) {
            for (BreakerState state : BreakerState.values()) {
                gauge(service, state);
            }
        }
    }

    @Override
    public void answered(Purpose purpose, VendorAnswer answer, Duration took) {
        call(purpose, answer.word(), took);
    }

    @Override
    public void failed(Purpose purpose, VendorFailure.Kind kind, Duration took) {
        call(purpose, Label.of(kind), took);
    }

    @Override
    public void retried(VendorFailure.Kind reason) {
        count(MeterName.UPSTREAM_RETRIES, "reason", Label.of(reason));
    }

    @Override
    public void breakerMoved(AccountId account, VendorService service, BreakerState to) {
        breakers.put(new Breaker(account, service), to);
    }

    @Override
    public void signedIn(AccountId account) {
        count(MeterName.UPSTREAM_SIGN_INS, "outcome", "granted");
    }

    @Override
    public void signInFailed(AccountId account, VendorFailure.Kind kind) {
        count(MeterName.UPSTREAM_SIGN_INS, "outcome", Label.of(kind));
    }

    @Override
    public void hostRefused(AccountId account) {
        count(MeterName.UPSTREAM_HOSTS_REFUSED);
    }

    /** @param held how many accounts wait with signing in */
    public void signInsHeld(Supplier<Number> held) {
        Gauge.builder(MeterName.UPSTREAM_SIGN_INS_HELD.id(), held)
                .description(MeterName.UPSTREAM_SIGN_INS_HELD.meaning())
                .strongReference(true)
                .register(registry);
    }

    private void call(Purpose purpose, String outcome, Duration took) {
        Timer.builder(MeterName.UPSTREAM_CALLS.id())
                .description(MeterName.UPSTREAM_CALLS.meaning())
                .tags("purpose", purpose.word(), "outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    private void count(MeterName name, String... tags) {
        registry.counter(name.id(), tags).increment();
    }

    /** Before anything happens, so that a first event is an increase and not a series out of nowhere. */
    private void register(MeterName name, String... tags) {
        Counter.builder(name.id()).description(name.meaning()).tags(tags).register(registry);
    }

    private void gauge(VendorService service, BreakerState state) {
        Gauge.builder(
                        MeterName.UPSTREAM_BREAKERS.id(),
                        breakers,
                        known -> known.entrySet().stream()
                                .filter(breaker -> breaker.getKey().service() == service && breaker.getValue() == state)
                                .count())
                .description(MeterName.UPSTREAM_BREAKERS.meaning())
                .tags("service", service.wireName(), "state", Label.of(state))
                .strongReference(true)
                .register(registry);
    }
}
