package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flights on real threads: nobody is left waiting, and what a write has overtaken does not land. */
class FlightsTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 5_000;
    private static final long SEED = 20_261_122;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ExecutorService landingStrip = Executors.newFixedThreadPool(2);
    private final Flights<String, Long> flights = new Flights<>();
    private final AtomicLong stored = new AtomicLong();

    /** The context propagation under Mutiny sets itself up on first use, and cannot do so on eight threads at once. */
    @BeforeEach
    void setUpTheLibraryOnOneThread() {
        fly("first", () -> Uni.createFrom().item(0L).emitOn(landingStrip), this::store)
                .await()
                .atMost(PATIENCE);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        landingStrip.shutdownNow();
    }

    private Uni<Long> fly(String key, Supplier<Uni<Long>> departure, Function<Long, Runnable> arrival) {
        return flights.join(key, new Flights.Route<>(departure, arrival, failure -> () -> {}))
                .outcome();
    }

    private Runnable store(long item) {
        stored.set(item);
        return () -> {};
    }

    private void onAllThreads(Callable<Void> work) throws InterruptedException, ExecutionException {
        for (Future<Void> done : threads.invokeAll(Collections.nCopies(THREADS, work), 60, TimeUnit.SECONDS)) {
            done.get();
        }
    }

    @Test
    void whatTookOffBeforeAWriteNeverLandsAfterIt() throws InterruptedException, ExecutionException {
        AtomicLong generation = new AtomicLong();
        AtomicInteger late = new AtomicInteger();
        AtomicInteger landed = new AtomicInteger();
        AtomicInteger seed = new AtomicInteger();
        onAllThreads(() -> {
            Random dice = new Random(SEED + seed.getAndIncrement());
            for (int round = 0; round < ROUNDS; round++) {
                if (dice.nextInt(4) == 0) {
                    flights.overtake("key", generation::incrementAndGet);
                }
                Uni<Long> flight =
                        fly("key", () -> Uni.createFrom().item(generation.get()).emitOn(landingStrip), takeOff -> {
                            landed.incrementAndGet();
                            late.addAndGet(takeOff == generation.get() ? 0 : 1);
                            return () -> {};
                        });
                flight.await().atMost(PATIENCE);
            }
            return null;
        });
        assertThat(late).as("landings after a write, of " + landed).hasValue(0);
        assertThat(landed.get()).isPositive();
    }

    /** However many others take off for something less at that moment. */
    @Test
    void whoOvertakesGetsTheAnswerToHisOwnQuestion() throws InterruptedException, ExecutionException {
        AtomicLong own = new AtomicLong();
        AtomicInteger others = new AtomicInteger();
        onAllThreads(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                long mine = own.incrementAndGet();
                fly("key", () -> Uni.createFrom().item(0L).emitOn(landingStrip), this::store);
                long answer = flights.overtaking(
                                "key",
                                new Flights.Route<>(
                                        () -> Uni.createFrom().item(mine).emitOn(landingStrip),
                                        this::store,
                                        failure -> () -> {}))
                        .await()
                        .atMost(PATIENCE);
                others.addAndGet(answer == mine ? 0 : 1);
            }
            return null;
        });
        assertThat(others).as("answers to somebody else's question").hasValue(0);
    }

    @Test
    void everyPassengerGetsAnOutcomeHoweverFlightsEnd() throws InterruptedException, ExecutionException {
        AtomicInteger outcomes = new AtomicInteger();
        AtomicInteger seed = new AtomicInteger();
        onAllThreads(() -> {
            Random dice = new Random(SEED + seed.getAndIncrement());
            for (int round = 0; round < ROUNDS; round++) {
                int fate = dice.nextInt(3);
                fly("key", () -> departing(fate), this::store)
                        .onFailure()
                        .recoverWithItem(-1L)
                        .await()
                        .atMost(PATIENCE);
                outcomes.incrementAndGet();
            }
            return null;
        });
        assertThat(outcomes).hasValue(THREADS * ROUNDS);
    }

    private Uni<Long> departing(int fate) {
        return switch (fate) {
            case 0 -> Uni.createFrom().item(1L).emitOn(landingStrip);
            case 1 -> Uni.createFrom().failure(() -> OriginFailure.unavailable("down"));
            default -> throw new IllegalStateException("no departure");
        };
    }

    @Test
    void aFlightEndsEvenWhenStoringGoesWrong() {
        Uni<Long> outcome = fly("key", () -> Uni.createFrom().item(1L), item -> {
            throw new IllegalStateException("stored nothing");
        });
        assertThat(outcome.await().atMost(PATIENCE)).isEqualTo(1L);
        assertThat(fly("key", () -> Uni.createFrom().item(2L), this::store)
                        .await()
                        .atMost(PATIENCE))
                .isEqualTo(2L);
        assertThat(stored).hasValue(2);
    }

    @Test
    void aFlightEndsEvenWhenTellingGoesWrong() {
        Uni<Long> outcome = fly("key", () -> Uni.createFrom().item(1L), item -> () -> {
            throw new IllegalStateException("told nobody");
        });
        assertThat(outcome.await().atMost(PATIENCE)).isEqualTo(1L);
    }
}
