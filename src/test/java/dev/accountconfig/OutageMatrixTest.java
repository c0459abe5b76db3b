package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.BrokenWires.Wires;
import dev.accountconfig.LoadPlan.Answer;
import dev.accountconfig.LoadPlan.Ask;
import dev.accountconfig.faults.FaultProxy;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promises R1, R1b, R1c and R7: whatever happens to the vendor, wherever it happens, readers of what is cached notice
 * nothing, the vendor is left alone, and all comes back without help. Every cell runs under load.
 */
@QuarkusTest
@QuarkusTestResource(value = BrokenWires.class, restrictToAnnotatedClass = true)
@MayWarn("The (occasions|workdays|skills|domains) of wire\\d\\d cannot be refreshed: LivePerson ")
class OutageMatrixTest {
    private static final List<String> ACCOUNTS = BrokenWires.ACCOUNTS.subList(0, 3);
    private static final List<String> COLLECTIONS = Keys.COLLECTIONS;
    private static final Keys ALL = new Keys(ACCOUNTS);
    private static final int KEYS = ALL.count();

    private static final Duration FRESH_AND_JITTER = Duration.ofSeconds(67);

    /** Addresses are due then, and collections still within stale-while-revalidate. */
    private static final Duration ADDRESSES_FRESH = Duration.ofSeconds(630);

    /** What passes before each attempt of the vendor's own policy, a little more than its pauses. */
    private static final List<Duration> ATTEMPTS =
            Stream.of(0, 6, 12, 17, 135).map(Duration::ofSeconds).toList();

    private static final int READS = 300;

    private static final MatrixReport REPORT = new MatrixReport();

    Simulator vendor;
    Wires wires;

    @Inject
    MovableTime time;

    /** Where the trouble is. */
    private enum Place {
        CONFIGURATION(Requests.READS, Wires::configuration, Counts::questions),
        SIGN_IN(Requests.LOGIN, Wires::signIn, Counts::signIns),
        LOOK_UP(Requests.DOMAINS, Wires::lookUp, Counts::lookUps);

        private final Requests requests;
        private final Function<Wires, FaultProxy> wire;
        private final ToDoubleFunction<Counts> met;

        Place(Requests requests, Function<Wires, FaultProxy> wire, ToDoubleFunction<Counts> met) {
            this.requests = requests;
            this.wire = wire;
            this.met = met;
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(Trouble.values()).map(trouble -> Arguments.of(place, trouble)));
    }

    @BeforeEach
    void everythingIsFresh() {
        ALL.becomeFresh(time);
    }

    @AfterEach
    void heal() {
        vendor.clearMishaps();
        wires.heal();
    }

    @AfterAll
    static void report() {
        REPORT.write(BrokenWires.report("outage-matrix"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void nobodyNotices(Place place, Trouble trouble) {
        LoadReport well = load();
        assertThat(well.latencies()).containsOnlyKeys("hit");
        REPORT.add(well);
        Counts before = Counts.now();

        strike(place, trouble);
        for (Duration pause : ATTEMPTS) {
            time.pass(pause);
            LoadReport ill = load();
            allServed(ill);
            REPORT.add(ill);
            untilEveryAttemptHasEnded();
        }
        Eventually.holds(() -> assertThat(place.met.applyAsDouble(Counts.now().since(before)))
                .as("calls that met the trouble")
                .isPositive());
        Counts during = Counts.now().since(before);
        theVendorWasLeftAlone(during);

        heal();
        time.pass(Keys.LONGEST_PAUSE);
        REPORT.recovered(ALL.untilFresh());
        theWiresAreAsBefore();
        REPORT.cell(place + " " + trouble, during);
    }

    /** So that the service has a reason to go there: the session is no more, and the addresses are due. */
    private void strike(Place place, Trouble trouble) {
        time.pass(place == Place.LOOK_UP ? ADDRESSES_FRESH : FRESH_AND_JITTER);
        trouble.begin(vendor, place.requests, place.wire.apply(wires));
        if (place == Place.SIGN_IN) {
            vendor.expireTokens();
        }
    }

    private LoadReport load() {
        LoadPlan plan = LoadPlan.of(RestAssured.port, OutageMatrixTest::any)
                .over(8)
                .checking(OutageMatrixTest::isOfItsAccountAndHoldsNoSecret);
        try (Load load = new Load(plan)) {
            return load.send(READS);
        }
    }

    private static Ask any(RandomGenerator random) {
        String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        return Ask.of("/v1/accounts/" + account + "/" + COLLECTIONS.get(random.nextInt(COLLECTIONS.size())));
    }

    private static void isOfItsAccountAndHoldsNoSecret(Answer answer) {
        String account = answer.ask().target().split("/")[3];
        String body = answer.body().toString();
        assertThat(body).contains('"' + account + ' ').doesNotContain(BrokenWires.PASSWORD);
        assertThat(body.replace('"' + account + ' ', "")).doesNotContain("\"wire");
        assertThat(Duration.ofSeconds(Long.parseLong(answer.header("Age")))).isLessThan(Duration.ofDays(7));
    }

    private static void allServed(LoadReport report) {
        assertThat(report.violations()).isEmpty();
        assertThat(report.losses()).isEmpty();
        assertThat(report.answered(200)).isEqualTo(READS);
        assertThat(report.latencies()).as("nobody waits for the vendor").doesNotContainKey("forwarded");
    }

    /** Every key has landed, or is held down. */
    private static void untilEveryAttemptHasEnded() {
        Eventually.holds(ALL::areFreshOrHeldDown);
    }

    /** One attempt a key and pause; a sign-in and a look-up an account and pause; retries are no more than a tenth. */
    private static void theVendorWasLeftAlone(Counts during) {
        int pauses = ATTEMPTS.size() + 1;
        assertThat(during.questions()).isLessThanOrEqualTo(KEYS * pauses);
        assertThat(during.signIns()).isLessThanOrEqualTo(ACCOUNTS.size() * pauses);
        assertThat(during.lookUps()).isLessThanOrEqualTo(ACCOUNTS.size() * pauses);
        assertThat(during.amplification()).isLessThanOrEqualTo(1.1);
    }

    private void theWiresAreAsBefore() {
        Eventually.holds(() -> assertThat(wires.all())
                .allSatisfy(wire -> assertThat(wire.tally().open()).isLessThanOrEqualTo(KEYS)));
    }
}
