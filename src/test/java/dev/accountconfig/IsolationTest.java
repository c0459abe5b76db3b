package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.BrokenWires.Wires;
import dev.accountconfig.LoadPlan.Answer;
import dev.accountconfig.LoadPlan.Ask;
import dev.accountconfig.faults.Fault;
import dev.accountconfig.simulator.Kind;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Promise R4: nobody sees another account's data, whatever callers break off and whatever the vendor and the wires do. Takes
 * {@code -Dpromises.requests=1000000}.
 */
@QuarkusTest
@QuarkusTestResource(value = BrokenWires.class, restrictToAnnotatedClass = true)
@MayWarn({
    "The (occasions|workdays|skills|domains) of wire\\d\\d cannot be refreshed: ",
    IsolationTest.HEAD_OF_A_BROKEN_ANSWER
})
class IsolationTest {
    /** Vert.x delivers, on another event loop, the head of an answer whose connection broke; the call has failed by then. */
    static final String HEAD_OF_A_BROKEN_ANSWER = "Uncaught exception received by Vert.x";

    private static final long REQUESTS = Long.getLong("promises.requests", 100_000);
    private static final long SEED = 20_260_701;

    /** Between two turns of the trouble. */
    private static final int REQUESTS_A_TURN = 500;

    private static final long DEFAULT_OCCASIONS = 4_101_000_110L;
    private static final Keys ALL = new Keys(BrokenWires.ACCOUNTS);

    private static final List<String> READS = List.of(
            "occasions",
            "workdays",
            "skills",
            "occasions/" + DEFAULT_OCCASIONS,
            "workdays/4102000210",
            "skills/4103000310",
            "status",
            "status?skill=4103000210&at=2026-12-25T12:00:00Z",
            "hours",
            "hours?from=2026-12-24&to=2026-12-31");

    private static final List<Requests> STRUCK = List.of(Requests.DOMAINS, Requests.LOGIN, Requests.READS);

    private static final List<Mishap> MISHAPS = List.of(
            new Mishap.Reset(),
            new Mishap.Truncate(),
            new Mishap.Fail(503, Mishap.Body.HTML),
            new Mishap.Slow(Duration.ofMillis(200)),
            new Mishap.Slow(Duration.ofMillis(1_200)));

    private static final Pattern AN_ACCOUNT = Pattern.compile("wire\\d\\d");

    Simulator vendor;
    Wires wires;

    @Inject
    MovableTime time;

    private final Random random = new Random(SEED);
    private final AtomicLong asked = new AtomicLong();

    @BeforeEach
    void everythingIsCached() {
        ALL.becomeFresh(time);
    }

    @AfterEach
    void heal() {
        vendor.clearMishaps();
        wires.heal();
    }

    @Test
    void nobodySeesAnotherAccountsData() {
        Counts before = Counts.now();
        LoadReport report = amidTrouble();
        Counts during = Counts.now().since(before);

        assertThat(report.violations()).isEmpty();
        assertThat(report.losses()).isEmpty();
        assertThat(report.isComplete()).isTrue();
        assertThat(report.answered(200) + report.cancelled()).isEqualTo(REQUESTS);
        assertThat(flights("changed")).as("what is served changes all the time").isGreaterThan(REQUESTS_A_TURN);
        assertThat(flights("failed")).as("trouble there was").isPositive();
        Numbers.write(
                "isolation",
                "%d requests for %d accounts, %d broken off by the caller, %d answered 200, %d lost"
                        .formatted(
                                report.asked(),
                                ALL.accounts().size(),
                                report.cancelled(),
                                report.answered(200),
                                report.lost()),
                "%d answers with another account's data".formatted(report.violated()),
                "%.0f new values and %.0f failures meanwhile; the vendor saw %s"
                        .formatted(flights("changed"), flights("failed"), during));
    }

    private LoadReport amidTrouble() {
        LoadPlan plan = LoadPlan.of(RestAssured.port, this::any)
                .seed(SEED)
                .over(24)
                .cancelling(0.05, Duration.ofMillis(2))
                .checking(IsolationTest::isOfItsAccount);
        try (Load load = new Load(plan)) {
            var running = CompletableFuture.supplyAsync(() -> load.send(REQUESTS));
            while (!running.isDone()) {
                long turn = asked.get() + REQUESTS_A_TURN;
                upset();
                Eventually.holds(() ->
                        assertThat(running.isDone() || asked.get() >= turn).isTrue());
            }
            return running.join();
        }
    }

    private Ask any(RandomGenerator drawn) {
        asked.incrementAndGet();
        return Ask.of(Keys.path(one(BrokenWires.ACCOUNTS, drawn), one(READS, drawn)));
    }

    /** Every name in an account starts with its id, and those of hours and status are its own. */
    private static void isOfItsAccount(Answer answer) {
        String account = answer.ask().target().split("/")[3];
        assertThat(answer.status()).isEqualTo(200);
        assertThat(AN_ACCOUNT.matcher(answer.body().toString()).results().map(found -> found.group()))
                .isNotEmpty()
                .containsOnly(account);
    }

    /** Some time passes, planners plan, the vendor stumbles, and a wire breaks or is mended. */
    private void upset() {
        time.pass(Duration.ofSeconds(random.nextInt(20, 80)));
        for (int planner = 0; planner < 10; planner++) {
            rename(one(BrokenWires.ACCOUNTS, random));
        }
        heal();
        if (random.nextBoolean()) {
            trouble();
        }
    }

    private void trouble() {
        vendor.let(one(STRUCK, random)).next(random.nextInt(1, 30)).suffer(one(MISHAPS, random));
        vendor.let(one(STRUCK.subList(0, 2), random)).next(1).suffer(mistaken());
        if (random.nextInt(10) == 0) {
            vendor.expireTokens();
        }
        one(wires.all(), random).suffer(fault());
    }

    private void rename(String account) {
        vendor.world()
                .account(account)
                .rename(Kind.OCCASIONS, DEFAULT_OCCASIONS, account + " holidays " + random.nextInt(1_000));
    }

    /** The vendor takes an account for another one when it tells its hosts or signs us in. */
    private Mishap mistaken() {
        return new Mishap.WrongAccount(one(BrokenWires.ACCOUNTS, random));
    }

    private Fault fault() {
        return switch (random.nextInt(8)) {
            case 0 -> new Fault.Reset();
            case 1 -> new Fault.ResetAfter(random.nextInt(1, 40_000));
            case 2 -> new Fault.Limit(random.nextInt(1, 40_000));
            case 3 -> new Fault.Latency(Duration.ofMillis(random.nextInt(1, 100)));
            default -> new Fault.None();
        };
    }

    private static <T> T one(List<T> some, RandomGenerator drawn) {
        return some.get(drawn.nextInt(some.size()));
    }

    private static double flights(String landing) {
        return Metrics.sum("accountconfig_cache_flights_total", '"' + landing + '"');
    }
}
