package dev.accountconfig.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.KeyState;
import dev.accountconfig.cache.Landing;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Outcome;
import dev.accountconfig.cache.Phase;
import dev.accountconfig.liveperson.Purpose;
import dev.accountconfig.liveperson.VendorAnswer;
import dev.accountconfig.liveperson.VendorFailure.Kind;
import dev.accountconfig.liveperson.VendorListener.BreakerState;
import dev.accountconfig.liveperson.VendorService;
import dev.accountconfig.schedule.AccountId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is told is what is counted. */
class MetersTest {
    private static final AccountId ACCOUNT = new AccountId("31415926");
    private static final AccountId OTHER = new AccountId("27182818");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double adder(MeterName name, String... tags) {
        return registry.get(name.id()).tags(tags).functionCounter().count();
    }

    private double counter(MeterName name, String... tags) {
        return registry.get(name.id()).tags(tags).counter().count();
    }

    private double gauge(MeterName name, String... tags) {
        return registry.get(name.id()).tags(tags).gauge().value();
    }

    @Test
    void readsAndFlightsOfACacheAreCountedByHowTheyWent() {
        CacheMeters<String> meters = new CacheMeters<>(registry, "occasions");
        meters.served("k", Outcome.HIT);
        meters.served("k", Outcome.HIT);
        meters.collapsed("k");
        meters.landed("k", Landing.NOT_MODIFIED);
        meters.failed("k", OriginFailure.unavailable("down"), 1, Duration.ofSeconds(5));
        assertThat(adder(MeterName.CACHE_READS, "collection", "occasions", "outcome", "hit"))
                .isEqualTo(2);
        assertThat(adder(MeterName.CACHE_READS, "outcome", "stale")).isZero();
        assertThat(adder(MeterName.CACHE_COLLAPSED)).isEqualTo(1);
        assertThat(adder(MeterName.CACHE_FLIGHTS, "landing", "not_modified")).isEqualTo(1);
        assertThat(adder(MeterName.CACHE_FLIGHTS, "landing", "failed")).isEqualTo(1);
    }

    @Test
    void keysAreCountedByPhaseAndTheOldestIsKnown() {
        List<KeyState> states = List.of(
                new KeyState(Phase.FRESH, Duration.ofSeconds(3), Duration.ZERO),
                new KeyState(Phase.STALE_IF_ERROR, Duration.ofMillis(90_500), Duration.ofSeconds(4)));
        CacheGauges.register(states::stream, registry, "occasions");
        assertThat(gauge(MeterName.CACHE_ENTRIES, "phase", "fresh")).isEqualTo(1);
        assertThat(gauge(MeterName.CACHE_ENTRIES, "phase", "expired")).isZero();
        assertThat(gauge(MeterName.CACHE_HELD_DOWN)).isEqualTo(1);
        assertThat(gauge(MeterName.CACHE_OLDEST)).isEqualTo(90.5);
    }

    @Test
    void vendorCallsAreTimedByPurposeAndOutcome() {
        VendorMeters meters = new VendorMeters(registry);
        meters.answered(Purpose.OCCASIONS, new VendorAnswer.NotModified(null), Duration.ofMillis(20));
        meters.failed(Purpose.OCCASIONS, Kind.TIMED_OUT, Duration.ofSeconds(3));
        var calls = registry.get(MeterName.UPSTREAM_CALLS.id());
        assertThat(calls.tags("purpose", "occasions", "outcome", "not_modified")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(20);
        assertThat(registry.get(MeterName.UPSTREAM_CALLS.id())
                        .tags("outcome", "timed_out")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void breakersAreCountedInTheStateTheyLastMovedTo() {
        VendorMeters meters = new VendorMeters(registry);
        meters.breakerMoved(ACCOUNT, VendorService.AGENT_VEP, BreakerState.CLOSED);
        meters.breakerMoved(OTHER, VendorService.AGENT_VEP, BreakerState.CLOSED);
        meters.breakerMoved(ACCOUNT, VendorService.AGENT_VEP, BreakerState.OPEN);
        assertThat(gauge(MeterName.UPSTREAM_BREAKERS, "service", "agentVep", "state", "open"))
                .isEqualTo(1);
        assertThat(gauge(MeterName.UPSTREAM_BREAKERS, "service", "agentVep", "state", "closed"))
                .isEqualTo(1);
    }

    @Test
    void signInsRetriesAndRefusedHostsAreCountedFromNoughtOn() {
        VendorMeters meters = new VendorMeters(registry);
        assertThat(counter(MeterName.UPSTREAM_HOSTS_REFUSED)).isZero();
        meters.hostRefused(ACCOUNT);
        meters.signedIn(ACCOUNT);
        meters.signInFailed(ACCOUNT, Kind.UNAUTHORIZED);
        meters.retried(Kind.UNREACHABLE);
        assertThat(counter(MeterName.UPSTREAM_HOSTS_REFUSED)).isEqualTo(1);
        assertThat(counter(MeterName.UPSTREAM_SIGN_INS, "outcome", "granted")).isEqualTo(1);
        assertThat(counter(MeterName.UPSTREAM_SIGN_INS, "outcome", "unauthorized"))
                .isEqualTo(1);
        assertThat(counter(MeterName.UPSTREAM_RETRIES, "reason", "unreachable")).isEqualTo(1);
    }
}
