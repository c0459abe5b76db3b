package dev.accountconfig.api;

import dev.accountconfig.access.Callers;
import dev.accountconfig.cache.Basis;
import dev.accountconfig.cache.Served;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.cache.Standing;
import dev.accountconfig.cache.Surroundings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.AsciiString;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
 * A hit without sockets: its parts, and all of it from the bytes of the request to those of the answer, for answers made of one
 * and of three collections.
 *
 * <pre>./mvnw -q test -Dtest=HitPathBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HitPathBenchmark {
    private static final Instant NOW = Instant.parse("2026-12-23T10:00:00Z");
    private static final String TARGET = "/v1/accounts/31415926/occasions";
    private static final String KEY = "acp_0123456789abcdef0123456789abcdef0123456789a";
    private static final HeadLimits LIMITS =
            new HeadLimits(100, 64 << 10, Duration.ofSeconds(10), Duration.ofSeconds(60));

    @Param({"1", "3"})
    public int collections;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Surroundings surroundings = new Surroundings(System::nanoTime, timer, () -> 0.5, () -> Runnable::run);
    private final StaleCache<String, String> cache = Retold.cache(surroundings);
    private RenderedAnswer answer = answer();
    private EmbeddedChannel connection = new EmbeddedChannel();
    private EmbeddedChannel decoder = new EmbeddedChannel();
    private ByteBuf request = PooledByteBufAllocator.DEFAULT.directBuffer();

    @Setup
    public void render() {
        answer = answer();
        RenderedAnswers answers = new RenderedAnswers(1 << 20, ReadTimes.NONE);
        answers.keep(TARGET, answer, Errand.of("GET", TARGET), TARGET);
        InstantSource clock = InstantSource.system();
        Admission admission = new Admission(Callers.only("somebody", KEY, System::nanoTime), clock);
        decoder = new EmbeddedChannel(new VertxHttpRequestDecoder(new HttpServerOptions()));
        connection = new EmbeddedChannel(new VertxHttpRequestDecoder(new HttpServerOptions()));
        connection.pipeline().addLast("encoder", new ChannelOutboundHandlerAdapter());
        Arrival arrival =
                new Arrival(new HeadRules(LIMITS), LIMITS, connection.pipeline().context("encoder"));
        connection.pipeline().addLast(arrival);
        arrival.shorten(new HitPath(answers, admission, clock, surroundings, new Oversight(false)));
        request.clear()
                .writeCharSequence(
                        "GET " + TARGET + " HTTP/1.1\r\nHost: localhost:8080\r\nAuthorization: Bearer " + KEY
                                + "\r\nAccept: */*\r\n\r\n",
                        StandardCharsets.US_ASCII);
    }

    @TearDown
    public void end() {
        timer.shutdownNow();
    }

    private Served<String> served(String key) {
        return cache.get(key).await().indefinitely();
    }

    private RenderedAnswer answer() {
        return new RenderedAnswer(Rendered.jsonAsItCame(new byte[2048]), basis(), Validity.ALWAYS, false);
    }

    private Basis basis() {
        Served<String> joined = served("0");
        for (int i = 1; i < collections; i++) {
            joined = joined.with(served(Integer.toString(i)), (one, other) -> "joined");
        }
        return joined.basis();
    }

    /** Whether it still stands. */
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
    public int written() {
        ByteBuf written =
                answer.write(PooledByteBufAllocator.DEFAULT, false, 200, standing(), NOW, AsciiString.EMPTY_STRING);
        return length(written);
    }

    /** What the framework's decoder costs before anybody of ours has seen the request. */
    @Benchmark
    public int decoded() {
        decoder.writeInbound(request.retainedDuplicate());
        int parts = 0;
        for (Object part = decoder.readInbound(); part != null; part = decoder.readInbound()) {
            parts++;
        }
        return parts;
    }

    /** From the bytes of the request to those of the answer: decoded, looked at, admitted, answered. */
    @Benchmark
    public int all() {
        connection.writeInbound(request.retainedDuplicate());
        ByteBuf written = connection.readOutbound();
        if (written == null) {
            throw new IllegalStateException("no hit");
        }
        return length(written);
    }

    private static int length(ByteBuf written) {
        int length = written.readableBytes();
        written.release();
        return length;
    }

    @Test
    void run() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(HitPathBenchmark.class.getName())
                        .forks(1)
                        .jvmArgs("-Xmx256m")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
