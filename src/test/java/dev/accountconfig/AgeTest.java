package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.LoadPlan.Answer;
import dev.accountconfig.LoadPlan.Ask;
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

/** Promise R10: while the vendor is well, what is read all the time is hardly older than fresh. */
@QuarkusTest
@QuarkusTestResource(value = BrokenWires.class, restrictToAnnotatedClass = true)
class AgeTest {
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final Duration ALLOWED = FRESH.plusSeconds(15);
    private static final int SECONDS = 20 * 60;

    /**
     * A second lasts as many answers, not a time of its own: on a busy machine flights are slow as well. So many, because an
     * answer from memory costs a small part of what a flight does.
     */
    private static final int ANSWERS_A_SECOND = 100;

    private static final Keys KEYS = new Keys(BrokenWires.ACCOUNTS.subList(0, 3));
    private static final List<String> READS = List.of("occasions", "workdays", "skills", "status", "hours");

    @Inject
    MovableTime time;

    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong greatest = new AtomicLong();

    @BeforeEach
    void everythingIsFresh() {
        KEYS.becomeFresh(time);
    }

    @Test
    void whatIsReadAllTheTimeIsHardlyOlderThanFresh() {
        Counts before = Counts.now();
        LoadReport report = whileTimePasses();
        Counts during = Counts.now().since(before);

        assertThat(report.answered(200)).isEqualTo(report.asked());
        assertThat(Duration.ofSeconds(greatest.get())).isBetween(FRESH.minusSeconds(1), ALLOWED);
        Numbers.write(
                "age",
                "%d answers over %d simulated minutes, the vendor saw %s"
                        .formatted(report.answered(), SECONDS / 60, during),
                "greatest Age: %d s, fresh is %d s, promised are %d s"
                        .formatted(greatest.get(), FRESH.toSeconds(), ALLOWED.toSeconds()));
    }

    private LoadReport whileTimePasses() {
        LoadPlan plan = LoadPlan.of(RestAssured.port, AgeTest::any).over(8).checking(this::look);
        try (Load load = new Load(plan)) {
            load.start();
            for (int second = 0; second < SECONDS; second++) {
                time.pass(Duration.ofSeconds(1));
                long next = answers.get() + ANSWERS_A_SECOND;
                Eventually.holds(() -> assertThat(answers.get()).isGreaterThanOrEqualTo(next));
            }
            return load.stop();
        }
    }

    private static Ask any(RandomGenerator random) {
        List<String> accounts = KEYS.accounts();
        return Ask.of(
                Keys.path(accounts.get(random.nextInt(accounts.size())), READS.get(random.nextInt(READS.size()))));
    }

    private void look(Answer answer) {
        answers.incrementAndGet();
        greatest.accumulateAndGet(Long.parseLong(answer.header("Age")), Math::max);
    }
}
