package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.LoadPlan.Answer;
import dev.accountconfig.LoadPlan.Ask;
import dev.accountconfig.api.Collections;
import dev.accountconfig.cache.KeyState;
import dev.accountconfig.cache.Phase;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.simulator.Received;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Why the service exists: ten thousand reads a second over a hundred accounts are, at the vendor, one conditional question a
 * collection and fresh period, however many they are. Time is moved by hand, a second at a time; the vendor is asked over
 * real sockets, and counts for itself.
 */
@QuarkusTest
@QuarkusTestResource(value = BrokenWires.class, restrictToAnnotatedClass = true)
class UpstreamPressureTest {
    private static final int SECONDS = 10 * 60;
    private static final int READS_A_SECOND = 10_000;

    /** Of them over HTTP, in the other test: the door costs more than the house. */
    private static final int ANSWERS_A_SECOND = 30;

    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final Keys KEYS = new Keys(BrokenWires.ACCOUNTS);
    private static final List<Service> COLLECTIONS = List.of(Service.OCCASIONS, Service.WORKDAYS, Service.SKILLS);

    /** One a key and fresh period. */
    private static final long QUESTIONS = KEYS.count() * (SECONDS / FRESH.toSeconds());

    Simulator vendor;

    @Inject
    MovableTime time;

    @Inject
    Collections collections;

    private final AtomicLong answers = new AtomicLong();

    @BeforeEach
    void everythingIsFresh() {
        KEYS.becomeFresh(time);
        vendor.forgetRequests();
    }

    @Test
    void tenThousandReadsASecondAreOneConditionalQuestionAKeyAndFreshPeriod() {
        List<AccountId> accounts = KEYS.accounts().stream().map(AccountId::new).toList();
        List<StaleCache<AccountId, ?>> caches =
                List.of(collections.occasions(), collections.workdays(), collections.skills());
        long reads = 0;
        for (int second = 0; second < SECONDS; second++) {
            time.pass(Duration.ofSeconds(1));
            for (int read = 0; read < READS_A_SECOND; read++) {
                caches.get(read % caches.size()).get(accounts.get(read / caches.size() % accounts.size()));
                reads++;
            }
            // Real time goes on as well: what is not fresh any more by now wants a reader.
            Eventually.holds(() -> {
                caches.forEach(cache -> accounts.forEach(cache::get));
                assertThat(notFresh(caches)).isEmpty();
            });
        }

        assertThat(reads).isEqualTo((long) SECONDS * READS_A_SECOND);
        theVendorIsLeftAlone();
        said("pressure", reads);
    }

    @Test
    void soAreReadsOverHttp() {
        LoadPlan plan = LoadPlan.of(RestAssured.port, UpstreamPressureTest::any)
                .over(8)
                .classifying(LoadPlan::byFreshness)
                .checking(this::look);
        LoadReport report;
        try (Load load = new Load(plan)) {
            load.start();
            for (int second = 0; second < SECONDS; second++) {
                time.pass(Duration.ofSeconds(1));
                long next = answers.get() + ANSWERS_A_SECOND;
                Eventually.holds(() -> assertThat(answers.get()).isGreaterThanOrEqualTo(next));
            }
            report = load.stop();
        }

        assertThat(report.answered(200)).isEqualTo(report.asked());
        theVendorIsLeftAlone();
        said("pressure-http", report.answered());
    }

    private static Ask any(RandomGenerator drawn) {
        List<String> accounts = KEYS.accounts();
        return Ask.of(Keys.path(
                accounts.get(drawn.nextInt(accounts.size())),
                Keys.COLLECTIONS.get(drawn.nextInt(Keys.COLLECTIONS.size()))));
    }

    private void look(Answer answer) {
        assertThat(answer.header("Cache-Status")).contains("; hit");
        answers.incrementAndGet();
    }

    /** Flights take real time, and simulated time waits for them: the vendor answers within the second. */
    private static List<KeyState> notFresh(List<StaleCache<AccountId, ?>> caches) {
        return caches.stream()
                .flatMap(StaleCache::states)
                .filter(state -> state.phase() != Phase.FRESH)
                .toList();
    }

    private void theVendorIsLeftAlone() {
        assertThat(questions()).isBetween(QUESTIONS / 2, QUESTIONS);
        assertThat(vendor.requests().stream()
                        .filter(request -> COLLECTIONS.contains(request.service()))
                        .filter(request -> !isConditional(request)))
                .as("every twentieth question of a key asks for everything")
                .hasSizeLessThanOrEqualTo(KEYS.count());
    }

    private long questions() {
        return COLLECTIONS.stream().mapToLong(vendor::count).sum();
    }

    private static boolean isConditional(Received request) {
        return request.header("If-Match").isPresent();
    }

    private void said(String name, long reads) {
        long questions = questions();
        Numbers.write(
                name,
                "%d reads of %d accounts over %d simulated minutes"
                        .formatted(reads, KEYS.accounts().size(), SECONDS / 60),
                "%d questions at the vendor, at most %d allowed, %d look-ups and %d sign-ins"
                        .formatted(questions, QUESTIONS, vendor.count(Service.DOMAINS), vendor.count(Service.LOGIN)),
                "%d calls saved, %.3f %% of all".formatted(reads - questions, 100.0 * (reads - questions) / reads));
    }
}
