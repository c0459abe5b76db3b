package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.Written.Aftermath;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a write was that the cache knows nothing of, nobody reads the past once it is answered. */
class WriteAroundTest {
    private static final Lifetime LIFETIME =
            new Lifetime(Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofDays(7), Duration.ofSeconds(30));

    private final HandMovedTime time = new HandMovedTime();
    private final ScriptedOrigin origin = new ScriptedOrigin();
    private final StaleCache<String, String> cache = new StaleCache<>(
            origin,
            new Policy(LIFETIME, Duration.ofSeconds(2), Duration.ofSeconds(30), Pauses.of(Duration.ofSeconds(5)), 100),
            new Surroundings(time, time.timer(), () -> 0.5, () -> Runnable::run),
            new CacheListener<>() {},
            LastKnownGood.none());
    private final List<String> besides = new ArrayList<>();
    private final List<UniEmitter<? super Written<String>>> sent = new ArrayList<>();
    private final WriteAround<String> writes = WriteAround.of(cache, besides::add);

    @BeforeEach
    void hold() {
        Reading first = read("a");
        origin.last().find("before", "1");
        first.isServed("before", Outcome.FETCHED);
    }

    private Reading read(String key) {
        return Reading.of(cache.get(key));
    }

    private UniAssertSubscriber<String> write() {
        return writes.<String>send("a", () -> Uni.createFrom().emitter(sent::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void aWriteIsAnsweredOnceItsEffectIsKnown() {
        UniAssertSubscriber<String> writer = write();
        sent.get(0).complete(new Written<>("done", Aftermath.REFETCH));
        writer.assertNotTerminated();
        origin.last().find("after", "2");
        assertThat(writer.assertCompleted().getItem()).isEqualTo("done");
        assertThat(besides).containsExactly("a");
        read("a").isServed("after", Outcome.HIT).at("2");
    }

    @Test
    void whereTheOriginDoesNotAnswerAfterwardsTheWriteIsAnsweredAllTheSameAndNobodyReadsThePast() {
        UniAssertSubscriber<String> writer = write();
        sent.get(0).complete(new Written<>("done", Aftermath.REFETCH));
        origin.last().fail();
        writer.assertCompleted();
        read("a").waits();
    }

    @Test
    void aFlightThatTookOffBeforeTheWriteDoesNotLand() {
        time.pass(Duration.ofSeconds(61));
        read("a").isServed("before", Outcome.STALE);
        ScriptedOrigin.Question early = origin.last();
        write();
        sent.get(0).complete(new Written<>("done", Aftermath.DISTRUST));
        early.find("before", "1");
        read("a").waits();
    }

    @Test
    void aWriteThatWasRefusedChangesNothing() {
        write();
        sent.get(0).complete(new Written<>("no", Aftermath.NOTHING));
        write();
        sent.get(1).fail(new ChangeFailure(ChangeFailure.Certainty.NOT_MADE, "is away", Duration.ZERO));
        assertThat(besides).isEmpty();
        read("a").isServed("before", Outcome.HIT);
    }

    @Test
    void aWriteWithAnUnknownOutcomeIsPerhapsMade() {
        UniAssertSubscriber<String> writer = write();
        sent.get(0).fail(new IllegalStateException("a bug"));
        writer.assertFailedWith(IllegalStateException.class);
        assertThat(besides).containsExactly("a");
        read("a").waits();
    }

    @Test
    void oneWriteOfAKeyAtATimeAndWhoeverLeavesIsNoMatter() {
        UniAssertSubscriber<String> leaver = write();
        UniAssertSubscriber<String> second = write();
        leaver.cancel();
        assertThat(sent).hasSize(1);
        sent.get(0).complete(new Written<>("first", Aftermath.NOTHING));
        sent.get(1).complete(new Written<>("second", Aftermath.NOTHING));
        assertThat(second.assertCompleted().getItem()).isEqualTo("second");
    }

    @Test
    void allOfAKindAreInvalidatedThoseOnTheirWayForTheFirstTimeIncluded() {
        Reading other = read("b1");
        origin.last().find("kept", "1");
        other.isServed("kept", Outcome.FETCHED);
        Reading early = read("a2");
        ScriptedOrigin.Question aloft = origin.last();
        cache.invalidateAll(key -> key.startsWith("a"));
        aloft.find("past", "1");
        early.isServed("past", Outcome.FETCHED);
        read("a").waits();
        read("a2").waits();
        read("b1").isServed("kept", Outcome.HIT);
    }
}
