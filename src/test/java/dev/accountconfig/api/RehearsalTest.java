package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.Lifetime;
import dev.accountconfig.cache.Policy;
import dev.accountconfig.cache.Surroundings;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final HeadLimits HEADS =
            new HeadLimits(100, 64 << 10, Duration.ofSeconds(10), Duration.ofSeconds(60));

    private static final Duration DAY = Duration.ofDays(1);
    private static final Policy POLICY =
            new Policy(new Lifetime(DAY, DAY, DAY, DAY), DAY, DAY, (failures, failure, chance) -> DAY, 10);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    private Rehearsal rehearsal(Duration atMost) {
        Surroundings surroundings = new Surroundings(System::nanoTime, timer, () -> 0.5, () -> Runnable::run);
        return new Rehearsal(POLICY, surroundings, InstantSource.system(), HEADS, atMost);
    }

    private static Vertx stage(VertxOptionsCustomizer customizer) {
        VertxOptions options = new VertxOptions();
        customizer.accept(options);
        return Vertx.vertx(options);
    }

    @Test
    void requestsAreAnsweredInTheTimeThatThereIs() {
        assertThat(rehearsal(Duration.ofSeconds(5)).run(RehearsalTest::stage)).isPositive();
    }

    @Test
    void withoutTimeThereIsNoStage() {
        int answered = rehearsal(Duration.ZERO).run(customizer -> {
            throw new AssertionError("a stage");
        });
        assertThat(answered).isZero();
    }
}
