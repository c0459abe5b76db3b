package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.LoadPlan.Ask;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final AtomicInteger connections = new AtomicInteger();
    private final int port = vertx.createHttpServer(new HttpServerOptions())
            .connectionHandler(opened -> connections.incrementAndGet())
            .requestHandler(LoadTest::answer)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();

    /** {@code /late} takes 50 ms, {@code /never} is not answered, {@code /broken} ends the connection. */
    private static void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/fresh" ->
                request.response().putHeader("Cache-Status", "here; hit; ttl=5").end("fresh");
            case "/stale" ->
                request.response()
                        .putHeader("Cache-Status", "here; hit; ttl=-5; detail=stale-if-error")
                        .end("stale");
            case "/late" ->
                Vertx.currentContext()
                        .owner()
                        .setTimer(50, timer -> request.response().end("late"));
            case "/never" -> {}
            case "/broken" -> request.connection().close();
            default -> request.response().setStatusCode(404).end();
        }
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private LoadPlan asking(String... targets) {
        return LoadPlan.of(port, random -> Ask.of(targets[random.nextInt(targets.length)]));
    }

    @Test
    void everyRequestIsAccountedForByItsStatus() {
        try (Load load = new Load(asking("/fresh", "/stale", "/missing"))) {
            LoadReport report = load.send(3_000);

            assertThat(report.asked()).isEqualTo(3_000);
            assertThat(report.answered(200)).isBetween(1_800L, 2_200L);
            assertThat(report.answered(200) + report.answered(404)).isEqualTo(3_000);
            assertThat(report.isComplete()).isTrue();
            assertThat(report.lost() + report.cancelled() + report.violated()).isZero();
        }
    }

    @Test
    void connectionsAreUsedAgain() {
        try (Load load = new Load(asking("/fresh").over(4))) {
            load.send(500);

            assertThat(connections).hasValue(4);
        }
    }

    /** Ten times as quick where it has the machine for itself. */
    @Test
    void itIsQuick() {
        try (Load load = new Load(asking("/fresh").over(32))) {
            load.send(10_000);

            assertThat(load.send(10_000).perSecond()).isGreaterThan(1_200);
        }
    }

    @Test
    void everyRunHasItsOwnBooks() {
        try (Load load = new Load(asking("/fresh"))) {
            load.send(100);

            assertThat(load.send(50).answered()).isEqualTo(50);
        }
    }

    @Test
    void itGoesOnUntilItIsStopped() {
        try (Load load = new Load(asking("/fresh", "/late").over(8))) {
            load.start();
            Eventually.holds(() -> assertThat(load.report().answered()).isGreaterThan(50));

            LoadReport report = load.stop();

            assertThat(report.isComplete()).isTrue();
            assertThat(load.report().asked()).isEqualTo(report.asked());
        }
    }

    @Test
    void itCanBeHeldToARate() {
        try (Load load = new Load(asking("/fresh").atMost(1_000))) {
            assertThat(load.send(300).took()).isGreaterThan(Duration.ofMillis(290));
        }
    }

    @Test
    void aShareIsCancelledAndCountedAsSuch() {
        try (Load load =
                new Load(asking("/late").cancelling(0.3, Duration.ofMillis(40)).over(100))) {
            LoadReport report = load.send(1_000);

            assertThat(report.cancelled()).isBetween(220L, 380L);
            assertThat(report.cancelled() + report.answered(200)).isEqualTo(1_000);
            assertThat(report.lost()).isZero();
        }
    }

    @Test
    void aRequestAnsweredBeforeItWasToBeCancelledIsAnswered() {
        try (Load load = new Load(asking("/fresh").cancelling(1, Duration.ofMinutes(5)))) {
            assertThat(load.send(100).answered(200)).isGreaterThan(95);
        }
    }

    @Test
    void requestsCancelledWithinAMillisecondAreAccountedForToo() {
        try (Load load = new Load(asking("/fresh", "/stale").cancelling(0.5, Duration.ofMillis(1)))) {
            LoadReport report = load.send(3_000);

            assertThat(report.isComplete()).isTrue();
            assertThat(report.cancelled()).isPositive();
            assertThat(report.lost()).isZero();
        }
    }

    @Test
    void brokenConnectionsAreLosses() {
        try (Load load = new Load(asking("/broken"))) {
            LoadReport report = load.send(50);

            assertThat(report.lost()).isEqualTo(50);
            assertThat(report.losses()).hasSize(20).allMatch(words -> words.startsWith("/broken: "));
            assertThat(report.isComplete()).isTrue();
        }
    }

    @Test
    void aServerThatIsNotThereIsALoss() {
        close();
        try (Load load = new Load(asking("/fresh"))) {
            assertThat(load.send(50).lost()).isEqualTo(50);
        }
    }

    @Test
    void anAnswerThatNeverComesIsALoss() {
        try (Load load = new Load(asking("/never").patience(Duration.ofMillis(50)))) {
            LoadReport report = load.send(20);

            assertThat(report.lost()).isEqualTo(20);
            assertThat(report.losses()).contains("/never: no answer within PT0.05S");
        }
    }

    @Test
    void latenciesAreKeptByClassOfAnswer() {
        try (Load load = new Load(asking("/fresh", "/stale", "/late"))) {
            LoadReport report = load.send(600);

            assertThat(report.latencies().keySet()).containsExactlyInAnyOrder("hit", "stale", "none");
            assertThat(report.latencies("none").percentile(0.01)).isGreaterThanOrEqualTo(Duration.ofMillis(49));
            assertThat(report.latencies("hit").percentile(0.5))
                    .isLessThan(report.latencies("none").percentile(0.5));
            assertThat(report.latencies("hit").count()
                            + report.latencies("stale").count()
                            + report.latencies("none").count())
                    .isEqualTo(600);
            assertThatThrownBy(() -> report.latencies("forwarded")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyAnswerIsCheckedAndTheFirstViolationsAreKept() {
        LoadPlan plan = asking("/fresh", "/stale")
                .checking(answer -> assertThat(answer.status() + answer.header("Cache-Status") + answer.body())
                        .isEqualTo("200here; hit; ttl=5fresh"));
        try (Load load = new Load(plan)) {
            LoadReport report = load.send(500);

            assertThat(report.violated()).isBetween(150L, 350L);
            assertThat(report.violations()).hasSize(20).allSatisfy(violation -> {
                assertThat(violation.ask().target()).isEqualTo("/stale");
                assertThat(violation.status()).isEqualTo(200);
                assertThat(violation.message()).contains("detail=stale-if-error");
            });
        }
    }

    @Test
    void theSameSeedAsksTheSame() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    private List<Integer> drawn(long seed) {
        List<Integer> drawn = new ArrayList<>();
        LoadPlan plan = LoadPlan.of(port, random -> {
            drawn.add(random.nextInt());
            return new Ask("/fresh", Map.of("X-Drawn", "yes"));
        });
        try (Load load = new Load(plan.seed(seed).cancelling(seed % 2, Duration.ofMillis(1)))) {
            load.send(100);
        }
        return drawn;
    }

    @Test
    void aPercentileIsOneOfTheLatencies() {
        var latencies = new Latencies.Growing();
        for (int i = 2_000; i > 0; i--) {
            latencies.add(i);
        }
        assertThat(latencies.sorted().percentile(0.99)).isEqualTo(Duration.ofNanos(1_980));
        assertThat(latencies.sorted().percentile(0)).isEqualTo(Duration.ofNanos(1));
        assertThat(latencies.sorted().max()).isEqualTo(Duration.ofNanos(2_000));
    }
}
