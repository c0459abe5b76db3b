package dev.accountconfig.api;

import dev.accountconfig.cache.Answer;
import dev.accountconfig.cache.Basis;
import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.Lifetime;
import dev.accountconfig.cache.Policy;
import dev.accountconfig.cache.Served;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.cache.Standing;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.cache.Weight;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.AsciiString;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What is ours of telling an answer again, without the server around it: whether it still stands, what its header says, and
 * the counting, for answers made of one and of three collections.
 *
 * <pre>./mvnw -q test -Dtest=RetellingBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RetellingBenchmark {
    private static final Instant NOW = Instant.parse("2026-12-23T10:00:00Z");

    @Param({"1", "3"})
    public int collections;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final StaleCache<String, String> cache = cache();
    private RenderedAnswer answer = answer();

    @Setup
    public void render() {
        answer = answer();
    }

    @TearDown
    public void end() {
        timer.shutdownNow();
    }

    private StaleCache<String, String> cache() {
        Duration day = Duration.ofDays(1);
        return new StaleCache<>(
                (key, question) -> Uni.createFrom().item(new Answer.Found<>("value of " + key, "1")),
                new Policy(new Lifetime(day, day, day, day), day, day, (failures, failure, chance) -> day, 100),
                new Surroundings(System::nanoTime, timer, () -> 0.5, () -> Runnable::run),
                new CacheListener<String>() {},
                new Weight<>(1 << 20, (key, value) -> 1));
    }

    private Served<String> served(String key) {
        return cache.get(key).await().indefinitely();
    }

    private RenderedAnswer answer() {
        Rendered rendered = Rendered.calendar("x".repeat(2048));
        return new RenderedAnswer(rendered, basis(), Validity.lasting(Duration.ofHours(1), NOW), false);
    }

    private Basis basis() {
        Served<String> joined = served("0");
        for (int i = 1; i < collections; i++) {
            joined = joined.with(served(Integer.toString(i)), (one, other) -> "joined");
        }
        return joined.basis();
    }

    /** Without the header. */
    @Benchmark
    public Standing standing() {
        Standing standing = answer.standing(NOW);
        if (standing == null) {
            throw new IllegalStateException("a day is over");
        }
        standing.take();
        return standing;
    }

    /** Head and body, as they are sent. */
    @Benchmark
    public int told() {
        Standing standing = standing();
        ByteBuf told =
                answer.write(PooledByteBufAllocator.DEFAULT, false, 200, standing, NOW, AsciiString.EMPTY_STRING);
        int length = told.readableBytes();
        told.release();
        return length;
    }

    @Test
    void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(RetellingBenchmark.class.getName())
                        .forks(1)
                        .jvmArgs("-Xmx256m")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
