package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns<String> turns = new Turns<>(100_000);
    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super String>> ends = new ArrayList<>();

    private UniAssertSubscriber<String> take(String key, String name) {
        return waiting(turns.take(key, act(name)));
    }

    private static UniAssertSubscriber<String> waiting(Uni<String> outcome) {
        return outcome.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private Supplier<Uni<String>> act(String name) {
        return () -> Uni.createFrom().emitter(end -> {
            begun.add(name);
            ends.add(end);
        });
    }

    private void end(int which) {
        ends.get(which).complete("done");
    }

    @Test
    void theyComeOneAtATimeInTheOrderInWhichTheyAsked() {
        take("a", "first");
        take("a", "second");
        take("a", "third");
        assertThat(begun).containsExactly("first");
        end(0);
        assertThat(begun).containsExactly("first", "second");
        end(1);
        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void eachIsToldItsOwnOutcome() {
        UniAssertSubscriber<String> first = take("a", "first");
        UniAssertSubscriber<String> second = take("a", "second");
        ends.get(0).complete("one");
        first.assertCompleted().assertItem("one");
        second.assertNotTerminated();
        ends.get(1).complete("two");
        second.assertCompleted().assertItem("two");
    }

    @Test
    void oneThatFailsIsFollowedByTheNext() {
        UniAssertSubscriber<String> first = take("a", "first");
        take("a", "second");
        ends.get(0).fail(new IllegalStateException("no"));
        first.assertFailedWith(IllegalStateException.class, "no");
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void oneThatThrowsInsteadOfBeginningIsFollowedByTheNext() {
        take("a", "first");
        UniAssertSubscriber<String> second = waiting(turns.take("a", () -> {
            throw new IllegalStateException("bug");
        }));
        take("a", "third");
        end(0);
        second.assertFailedWith(IllegalStateException.class, "bug");
        assertThat(begun).containsExactly("first", "third");
    }

    @Test
    void turnsOfOtherKeysAreNotBlocked() {
        take("a", "first");
        take("b", "other");
        assertThat(begun).containsExactly("first", "other");
    }

    @Test
    void whoLeavesStopsNothingNotEvenHisOwn() {
        UniAssertSubscriber<String> first = take("a", "first");
        UniAssertSubscriber<String> second = take("a", "second");
        first.cancel();
        second.cancel();
        assertThat(begun).containsExactly("first");
        end(0);
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void theTurnIsTakenWithoutAnybodyWaitingForTheOutcome() {
        Uni<String> unheard = turns.take("a", act("first"));
        assertThat(begun).containsExactly("first");
        end(0);
        waiting(unheard).assertCompleted().assertItem("done");
        assertThat(begun).hasSize(1);
    }

    @Test
    void anOutcomeMayLeadToAnotherTurn() {
        Uni<String> again = turns.take("a", act("first")).chain(() -> turns.take("a", act("second")));
        UniAssertSubscriber<String> waiting = waiting(again);
        end(0);
        end(1);
        waiting.assertCompleted().assertItem("done");
    }

    /** Else they would end in one another, and most callers would never hear of it. */
    @Test
    void tenThousandWhoFailAtOnceAllHearOfIt() {
        take("a", "first");
        List<UniAssertSubscriber<String>> waiting = IntStream.range(0, 10_000)
                .mapToObj(i ->
                        waiting(turns.take("a", () -> Uni.createFrom().failure(OriginFailure.unavailable("down")))))
                .toList();
        end(0);
        waiting.forEach(one -> one.assertFailedWith(OriginFailure.class));
        take("a", "last");
        assertThat(begun).containsExactly("first", "last");
    }

    @Test
    void noTwoOfManyThreadsAreInATurnTogetherAndNoneIsForgotten() throws InterruptedException, ExecutionException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        AtomicInteger over = new AtomicInteger();
        ExecutorService elsewhere = Executors.newFixedThreadPool(2);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Supplier<Uni<Integer>> act = () -> {
            together.addAndGet(inside.incrementAndGet() - 1);
            Uni<Integer> done = Uni.createFrom().item(1);
            return (over.get() % 3 == 0 ? done : done.emitOn(elsewhere)).invoke(() -> {
                over.incrementAndGet();
                inside.decrementAndGet();
            });
        };
        Callable<Integer> work = () -> IntStream.range(0, 2_000)
                .map(i -> turns.take("a", act).await().atMost(Duration.ofSeconds(20)))
                .sum();
        try {
            for (Future<Integer> sum : threads.invokeAll(Collections.nCopies(8, work))) {
                assertThat(sum.get()).isEqualTo(2_000);
            }
        } finally {
            threads.shutdownNow();
            elsewhere.shutdownNow();
        }
        assertThat(together).hasValue(0);
        assertThat(over).hasValue(16_000);
    }

    @Test
    void whoWouldWaitTooLongIsTurnedAwayAndNothingIsBegun() {
        Turns<String> crowded = new Turns<>(2);
        crowded.take("a", () -> Uni.createFrom().nothing()).subscribe().withSubscriber(UniAssertSubscriber.create());
        crowded.take("a", () -> Uni.createFrom().nothing()).subscribe().withSubscriber(UniAssertSubscriber.create());
        crowded.take("a", () -> Uni.createFrom().item("third"))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(ChangeFailure.class, "is being written to by too many");
        crowded.take("b", () -> Uni.createFrom().item("other"))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertItem("other");
    }
}
