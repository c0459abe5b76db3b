package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.LoadPlan.Ask;
import dev.accountconfig.SlowClients.Kind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise R14: clients that take their time cost the others nothing. */
@QuarkusTest
@QuarkusTestResource(value = SlowClientsAreHarmlessTest.UsualDeadlines.class, restrictToAnnotatedClass = true)
class SlowClientsAreHarmlessTest {
    private static final int OF_EACH_KIND = 1_000;
    private static final Duration PACE = Duration.ofSeconds(2);

    /** Each time a reader asks again, too; this is about slow ones, not about many requests. */
    private static final Duration PACE_OF_READS = Duration.ofSeconds(20);

    private static final int NORMAL = 5_000;

    private static final String ACCOUNT = "/v1/accounts/wire00/";
    private static final String LONGEST = ACCOUNT + "hours?from=2026-01-01&to=2027-02-05";
    private static final List<String> TARGETS_OF_BODIES =
            List.of(ACCOUNT + "occasions", ACCOUNT + "workdays/4102000110", ACCOUNT + "hours", "/nothing/here");

    private static final List<String> READS = List.of("occasions", "workdays", "skills", "status", "hours");

    /** This is not about black holes. */
    public static final class UsualDeadlines extends BrokenWires {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = super.start();
            settings.keySet().removeAll(List.of("upstream.connect", "upstream.deadline"));
            return settings;
        }
    }

    private List<SlowClients> slow = List.of();

    @AfterEach
    void close() {
        slow.forEach(SlowClients::close);
    }

    @Test
    void threeThousandSlowClientsAtOnceCostNobodyAnAnswer() {
        LoadReport alone = normal(1);
        slow = Stream.concat(
                        TARGETS_OF_BODIES.stream().map(target -> open(Kind.BODIES, target, TARGETS_OF_BODIES.size())),
                        Stream.of(open(Kind.HEADERS, ACCOUNT + "occasions", 1), open(Kind.READS, LONGEST, 1)))
                .toList();
        assertThat(slow).allSatisfy(clients -> assertThat(clients.refused()).isZero());
        LoadReport beside = normal(2);

        assertThat(beside.losses()).isEmpty();
        assertThat(beside.answered(200)).isEqualTo(beside.asked()).isEqualTo(NORMAL);
        assertThat(beside.latencies()).as("cold keys too").containsKey("forwarded");
        Numbers.write(
                "slow-clients",
                "%d slow clients of 3 kinds at once, %d of them still held at the end"
                        .formatted(3 * OF_EACH_KIND, held()),
                "%d normal requests beside them, %d failed or lost"
                        .formatted(beside.asked(), beside.asked() - beside.answered(200)),
                "fresh ones beside them: " + beside.latencies("hit"),
                "fresh ones without them: " + alone.latencies("hit"));
        assertThat(held()).as("they did hold their connections").isGreaterThanOrEqualTo(2 * OF_EACH_KIND);
    }

    private int held() {
        return slow.stream().mapToInt(SlowClients::open).sum();
    }

    private static SlowClients open(Kind kind, String target, int targets) {
        return SlowClients.open(
                kind, RestAssured.port, target, OF_EACH_KIND / targets, kind == Kind.READS ? PACE_OF_READS : PACE);
    }

    /** Of each run's own half of the accounts, which are cold at first. */
    private static LoadReport normal(int run) {
        try (Load load = new Load(LoadPlan.of(RestAssured.port, random -> any(random, run * 50 - 50)))) {
            return load.send(NORMAL);
        }
    }

    private static Ask any(RandomGenerator random, int first) {
        String account = BrokenWires.ACCOUNTS.get(first + random.nextInt(50));
        return Ask.of(Keys.path(account, READS.get(random.nextInt(READS.size()))));
    }
}
