package dev.accountconfig.cache;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.ChangeFailure.Certainty;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same as {@link RaceTest} where nobody draws the order: real threads, a real clock, and freshness of microseconds. */
class RaceOnThreadsTest {
    private static final int THREADS = 8;
    private static final int OPERATIONS = 12_500;
    private static final Duration PATIENCE = ofSeconds(20);
    private static final String KEY = "a";

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService elsewhere = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong current = new AtomicLong(1);
    private final AtomicLong acknowledged = new AtomicLong(1);
    private final AtomicLong confirmed = new AtomicLong(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger past = new AtomicInteger();

    private final StaleCache<String, Version> cache = new StaleCache<>(
            (key, question) -> answered(question),
            new Policy(
                    new Lifetime(ofNanos(20_000), ofNanos(200_000), ofDays(1), ofSeconds(1)),
                    PATIENCE,
                    PATIENCE,
                    Pauses.of(ofMillis(1)),
                    100),
            new Surroundings(System::nanoTime, timer, () -> 0.5, () -> Runnable::run),
            new CacheListener<>() {},
            LastKnownGood.none());
    private final WriteThrough<String, Version, String> writeThrough =
            new WriteThrough<>(cache, (key, before, change) -> changed(before));

    /** The context propagation under Mutiny sets itself up on first use, and cannot do so on eight threads at once. */
    @BeforeEach
    void setUpTheLibraryOnOneThread() {
        cache.get(KEY).await().atMost(PATIENCE);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        elsewhere.shutdownNow();
        timer.shutdownNow();
    }

    /** Every fiftieth time not at all; and what need not be the latest may be as old as the last acknowledged change. */
    private Uni<Answer<Version>> answered(Origin.Question question) {
        if (asked.incrementAndGet() % 50 == 0) {
            return Uni.createFrom().failure(OriginFailure.unavailable("down"));
        }
        long least = acknowledged.get();
        return Uni.createFrom()
                .item(() -> new Version(question.latest() ? current.get() : least).held())
                .<Answer<Version>>map(held -> String.valueOf(held.revision()).equals(question.revision())
                        ? new Answer.Unchanged<>(held.revision())
                        : new Answer.Found<>(held.value(), held.revision()))
                .runSubscriptionOn(elsewhere)
                .emitOn(elsewhere);
    }

    /** Every seventh time nobody is told whether it was made. */
    private Uni<Held<Version>> changed(Held<Version> before) {
        long next = before.value().number() + 1;
        return Uni.createFrom()
                .item(() -> {
                    if (!current.compareAndSet(next - 1, next)) {
                        throw new ChangeFailure(Certainty.CONFLICTS, "said so", Duration.ZERO);
                    }
                    if (next % 7 == 0) {
                        throw new ChangeFailure(Certainty.UNKNOWN, "said nothing", Duration.ZERO);
                    }
                    acknowledged.accumulateAndGet(next, Math::max);
                    return new Version(next).held();
                })
                .runSubscriptionOn(elsewhere)
                .emitOn(elsewhere);
    }

    private void read() {
        long least = confirmed.get();
        long number = cache.get(KEY)
                .onFailure(OriginFailure.class)
                .recoverWithNull()
                .await()
                .atMost(PATIENCE)
                .value()
                .orElseThrow()
                .number();
        past.addAndGet(number < least ? 1 : 0);
        reads.incrementAndGet();
    }

    private void write() {
        WriteThrough.Made<Version> made = writeThrough
                .change(KEY, before -> "change")
                .onFailure(failure -> failure instanceof ChangeFailure || failure instanceof OriginFailure)
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);
        if (made != null) {
            confirmed.accumulateAndGet(made.after().value().number(), Math::max);
            writes.incrementAndGet();
        }
    }

    private Void work(long seed) {
        Random dice = new Random(seed);
        for (int i = 0; i < OPERATIONS; i++) {
            if (dice.nextInt(8) == 0) {
                write();
            } else {
                read();
            }
        }
        return null;
    }

    @Test
    void inAHundredThousandOperationsOfEightThreadsNobodyReadsThePastAfterAConfirmedChange()
            throws InterruptedException, ExecutionException {
        AtomicLong seed = new AtomicLong();
        Callable<Void> work = () -> work(seed.getAndIncrement());
        for (Future<Void> done : threads.invokeAll(Collections.nCopies(THREADS, work))) {
            done.get();
        }
        assertThat(past).as("reads of the past, of " + reads).hasValue(0);
        assertThat(writes).as("confirmed changes").hasValueGreaterThan(1_000);
        assertThat(current.get()).isGreaterThanOrEqualTo(confirmed.get());
    }
}
