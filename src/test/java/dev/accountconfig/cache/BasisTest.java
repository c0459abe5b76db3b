package dev.accountconfig.cache;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an answer was made of is told from what stands there now, and is served as a reader would be served. */
class BasisTest {
    private static final Duration FRESH = ofSeconds(60);
    private static final Duration WHILE_REVALIDATING = ofMinutes(10);

    private final HandMovedTime time = new HandMovedTime();
    private final ScriptedOrigin origin = new ScriptedOrigin();
    private final List<Outcome> counted = new ArrayList<>();
    private final StaleCache<String, String> cache = new StaleCache<>(
            origin,
            new Policy(
                    new Lifetime(FRESH, WHILE_REVALIDATING, ofDays(7), ofSeconds(30)),
                    ofSeconds(2),
                    ofSeconds(30),
                    Pauses.of(ofSeconds(5)),
                    100),
            new Surroundings(time, time.timer(), () -> 0.5, () -> Runnable::run),
            new CacheListener<>() {
                @Override
                public void served(String key, Outcome outcome) {
                    counted.add(outcome);
                }
            },
            LastKnownGood.none());

    private Basis basis = Basis.NONE;

    @BeforeEach
    void somethingIsMadeOfAValue() {
        cache.get("a").subscribe().with(served -> basis = served.basis());
        origin.last().find(new String("v"), "1");
        counted.clear();
    }

    private Standing stands(Outcome outcome) {
        Standing standing = basis.look();
        assertThat(standing).isNotNull();
        assertThat(standing.outcome()).isEqualTo(outcome);
        return standing;
    }

    private void falls() {
        assertThat(basis.look()).isNull();
    }

    @Test
    void itStandsWhileTheValueIsFreshAndSaysHowOldItIs() {
        time.pass(ofSeconds(20).plusMillis(999));
        Standing standing = stands(Outcome.HIT);
        assertThat(standing.age()).isEqualTo(20);
        assertThat(standing.ttl()).isEqualTo(39);
        assertThat(standing.revision()).isEqualTo("1");
    }

    @Test
    void aLookIsNoReadAndTakesNothingOff() {
        time.pass(FRESH);
        stands(Outcome.STALE);
        assertThat(counted).isEmpty();
        assertThat(origin.asked()).isEqualTo(1);
    }

    @Test
    void takenItIsCountedAndAStaleOneTakesOff() {
        time.pass(FRESH);
        Standing stale = stands(Outcome.STALE);
        assertThat(stale.ttl()).isZero();
        stale.take();
        stale.take();
        assertThat(counted).containsExactly(Outcome.STALE, Outcome.STALE);
        assertThat(origin.asked()).isEqualTo(2);
    }

    @Test
    void aConfirmedValueIsTheSameWhateverItsRevision() {
        time.pass(FRESH);
        stands(Outcome.STALE).take();
        origin.last().find(new String("v"), "2");
        assertThat(stands(Outcome.HIT).revision()).isEqualTo("2");
        time.pass(FRESH);
        stands(Outcome.STALE).take();
        origin.last().confirm();
        stands(Outcome.HIT);
    }

    @Test
    void anotherValueIsAnother() {
        time.pass(FRESH);
        stands(Outcome.STALE).take();
        origin.last().find("w", "2");
        falls();
    }

    @Test
    void whatIsInvalidatedOrGoneOrForgottenFalls() {
        cache.invalidate("a");
        falls();
        somethingIsMadeOfAValue();
        stands(Outcome.HIT);
        time.pass(FRESH);
        stands(Outcome.STALE).take();
        origin.last().findNothing();
        falls();
        somethingIsMadeOfAValue();
        time.pass(ofDays(8));
        falls();
    }

    @Test
    void whatIsDoubtedIsStale() {
        cache.doubt("a");
        stands(Outcome.STALE);
    }

    @Test
    void whatIsDistrustedFallsUntilTheOriginFails() {
        cache.distrust("a");
        falls();
        cache.get("a").subscribe().with(ignored -> {});
        origin.last().fail();
        stands(Outcome.STALE_IF_ERROR);
    }

    @Test
    void whileTheOriginFailsNobodyWaitsAndItIsAskedWhenItIsDue() {
        time.pass(FRESH.plus(WHILE_REVALIDATING));
        falls();
        cache.get("a").subscribe().with(ignored -> {});
        origin.last().fail();
        int asked = origin.asked();
        stands(Outcome.STALE_IF_ERROR).take();
        assertThat(origin.asked()).isEqualTo(asked);
        time.pass(ofSeconds(6));
        stands(Outcome.STALE_IF_ERROR).take();
        assertThat(origin.asked()).isEqualTo(asked + 1);
    }

    @Test
    void aKnownAbsenceStandsAsOne() {
        cache.get("none").subscribe().with(served -> basis = served.basis());
        origin.last().findNothing();
        stands(Outcome.NEGATIVE);
        time.pass(ofSeconds(30));
        falls();
    }

    @Test
    void madeOfTwoItIsAsOldAsTheOlderAndStandsAsLongAsBoth() {
        time.pass(ofSeconds(10));
        List<Served<String>> two = new ArrayList<>();
        cache.get("b").subscribe().with(two::add);
        origin.last().find("w", "1");
        cache.get("a").subscribe().with(two::add);
        counted.clear();
        basis = two.get(0).with(two.get(1), (one, other) -> Optional.of(one)).basis();

        Standing both = stands(Outcome.HIT);
        assertThat(both.age()).isEqualTo(10);
        assertThat(both.ttl()).isEqualTo(50);
        assertThat(both.revision()).isNull();
        both.take();
        assertThat(counted).containsExactly(Outcome.HIT, Outcome.HIT);
        cache.invalidate("b");
        falls();
    }

    @Test
    void madeOfSomethingElseBesidesItNeverStands() {
        cache.get("a").subscribe().with(served -> basis = served.once().basis());
        falls();
        cache.get("a")
                .subscribe()
                .with(served -> basis = served.with(served.once(), (a, b) -> a).basis());
        falls();
    }

    @Test
    void aHundredThousandTargetsTakeNoMoreThanTheyMay() {
        Bounded<String, String> bounded = new Bounded<>(1 << 20, (key, value) -> key.length() + value.length());
        for (int i = 0; i < 100_000; i++) {
            bounded.put("/v1/accounts/a" + i + "/occasions", "x".repeat(100));
        }
        assertThat(bounded.weight()).isPositive().isLessThanOrEqualTo(1 << 20);
    }
}
