package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.BrokenWires.Wires;
import dev.accountconfig.LoadPlan.Ask;
import dev.accountconfig.faults.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise R12: once what was too much is over, all is as it was before. */
@QuarkusTest
@QuarkusTestResource(value = OverloadTest.QuickBreakers.class, restrictToAnnotatedClass = true)
@MayWarn("The (occasions|workdays|skills|domains) of wire\\d\\d cannot be refreshed: ")
class OverloadTest {
    /** They know real time only, which does not pass here as it would in minutes without the vendor. */
    public static final class QuickBreakers extends BrokenWires {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = super.start();
            settings.put("upstream.breaker.open-for", "10ms");
            return settings;
        }
    }

    private static final int ROUNDS = 20;
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private static final int BASE_PER_SECOND = 200;

    /** Requests of the base load that one look at it takes: a quarter of a second. */
    private static final int A_LOOK = BASE_PER_SECOND / 4;

    /** Per cent: the rate that a load keeps to is itself not quite steady. */
    private static final int A_BUSY_MACHINE = 80;

    private static final int CROWD = 200;
    private static final Duration CROWDED = Duration.ofMillis(500);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final Keys KEYS = new Keys(BrokenWires.ACCOUNTS.subList(0, 3));
    private static final Duration FRESH_AND_JITTER = Duration.ofSeconds(67);
    private static final List<Duration> ATTEMPTS = List.of(FRESH_AND_JITTER, Keys.FIRST_PAUSE);

    Wires wires;

    @Inject
    MovableTime time;

    @BeforeEach
    void everythingIsFresh() {
        KEYS.becomeFresh(time);
    }

    @AfterEach
    void heal() {
        wires.heal();
    }

    @Test
    void afterAnOverloadTheBaseLoadIsAnsweredAsBefore() {
        try (Load base = new Load(
                        LoadPlan.of(RestAssured.port, OverloadTest::any).over(8).atMost(BASE_PER_SECOND));
                Load crowd = new Load(
                        LoadPlan.of(RestAssured.port, OverloadTest::any).over(CROWD))) {
            crowd.send(5_000);
            long before = base.send(8 * A_LOOK).perSecond();
            List<Duration> recoveries = new ArrayList<>();
            LongSummaryStatistics rates = new LongSummaryStatistics();
            long tooMuch = 0;
            for (int round = 0; round < ROUNDS; round++) {
                tooMuch = Math.max(tooMuch, overload(base, crowd));
                recoveries.add(untilAsBefore(base, before, rates));
            }
            Numbers.write(
                    "overload",
                    "%d requests a second of a base load, up to %d more for half a second, %d times"
                            .formatted(before, tooMuch, ROUNDS),
                    "%d of %d times at least 99 %% of the base load were answered again, on average %.1f %% of the rate before"
                            .formatted(recoveries.size(), ROUNDS, 100 * rates.getAverage() / before),
                    "at the latest %d ms after the overload, %d ms of which it takes to look"
                            .formatted(longest(recoveries).toMillis(), 1_000 * A_LOOK / BASE_PER_SECOND));
        }
    }

    /** @return what came in a second on top of the base load, none of which got lost */
    private static long overload(Load base, Load crowd) {
        base.start();
        crowd.start();
        Eventually.holds(() -> assertThat(crowd.report().took()).isGreaterThan(CROWDED));
        LoadReport tooMuch = crowd.stop();
        assertThat(base.stop().losses()).isEmpty();
        assertThat(tooMuch.losses()).isEmpty();
        return tooMuch.perSecond();
    }

    private static Duration untilAsBefore(Load base, long before, LongSummaryStatistics rates) {
        long start = System.nanoTime();
        Awaitility.await().atMost(RECOVERY).pollDelay(Duration.ZERO).untilAsserted(() -> {
            LoadReport look = base.send(A_LOOK);
            assertThat(look.answered(200)).isGreaterThanOrEqualTo(A_LOOK * 99 / 100);
            assertThat(look.perSecond()).isGreaterThanOrEqualTo(before * A_BUSY_MACHINE / 100);
            rates.accept(look.perSecond());
        });
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void afterAnOutageEverythingIsFreshAgainWithoutHelp() {
        List<Duration> recoveries = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            outage(round % 5 == 4 ? new Fault.BlackHole() : new Fault.Refuse());
            time.pass(Keys.LONGEST_PAUSE);
            recoveries.add(untilFresh());
        }
        assertThat(recoveries)
                .hasSize(ROUNDS)
                .allSatisfy(took -> assertThat(took).isLessThan(RECOVERY));
        Numbers.write(
                "recovery",
                "%d outages of the whole vendor, one in five a black hole".formatted(ROUNDS),
                "all %d keys fresh again after at most %d ms of the service's time, once the next attempt was due"
                        .formatted(KEYS.count(), longest(recoveries).toMillis()));
    }

    /** By the service's own clock, which is put forward whenever nothing is under way. */
    private Duration untilFresh() {
        long start = time.read();
        while (!KEYS.wereFresh() && time.read() - start < RECOVERY.toNanos()) {
            untilNothingIsUnderWay();
            time.pass(A_MOMENT);
        }
        return Duration.ofNanos(time.read() - start);
    }

    /** Reading on: a key whose pause ends just now is neither fresh nor held down until somebody asks for it. */
    private static void untilNothingIsUnderWay() {
        Eventually.holds(() ->
                assertThat(KEYS.wereFresh() || KEYS.known() == KEYS.count()).isTrue());
    }

    private void outage(Fault fault) {
        wires.all().forEach(wire -> wire.suffer(fault));
        try (Load load =
                new Load(LoadPlan.of(RestAssured.port, OverloadTest::any).over(8))) {
            for (Duration pause : ATTEMPTS) {
                time.pass(pause);
                LoadReport ill = load.send(100);
                assertThat(ill.answered(200)).isEqualTo(ill.asked());
                Eventually.holds(KEYS::areFreshOrHeldDown);
            }
        }
        wires.heal();
    }

    private static Ask any(RandomGenerator random) {
        List<String> paths = KEYS.paths().toList();
        return Ask.of(paths.get(random.nextInt(paths.size())));
    }

    private static Duration longest(List<Duration> some) {
        return some.stream().max(Comparator.naturalOrder()).orElseThrow();
    }
}
