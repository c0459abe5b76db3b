package dev.accountconfig.cache;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.ChangeFailure.Certainty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of a change, one by one, and what readers see of it. */
class WriteThroughTest {
    private static final Duration FRESH = ofSeconds(60);

    private final HandMovedTime time = new HandMovedTime();
    private final ScriptedOrigin origin = new ScriptedOrigin();
    private final ScriptedDestination destination = new ScriptedDestination();
    private Runnable whenRefreshFails = () -> {};
    private final Remembered remembered = new Remembered();
    private final StaleCache<String, String> cache = new StaleCache<>(
            origin,
            new Policy(
                    new Lifetime(FRESH, ofMinutes(10), ofDays(7), ofSeconds(30)),
                    ofSeconds(2),
                    ofSeconds(30),
                    Pauses.of(ofSeconds(5)),
                    100),
            new Surroundings(time, time.timer(), () -> 0.5, () -> Runnable::run),
            new CacheListener<>() {
                @Override
                public void failed(String key, Throwable failure, int failures, Duration pause) {
                    whenRefreshFails.run();
                }
            },
            remembered);
    private final WriteThrough<String, String, String> writeThrough = new WriteThrough<>(cache, destination);

    private static final class Remembered implements LastKnownGood<String, String> {
        private final List<String> values = new ArrayList<>();

        @Override
        public List<Kept<String, String>> recall() {
            return List.of();
        }

        @Override
        public void keep(String key, String value, String revision) {
            values.add(value);
        }

        @Override
        public void forget(String key) {
            values.clear();
        }
    }

    @BeforeEach
    void isHeld() {
        Reading first = read();
        origin.last().find("old", "1");
        first.isServed("old", Outcome.FETCHED);
    }

    private Reading read() {
        return Reading.of(cache.get("a"));
    }

    private Changing change(String to) {
        return Changing.of(writeThrough.change("a", before -> before + ">" + to));
    }

    /** As far as the change has been sent, and is not answered. */
    private Changing sent(String to) {
        Changing change = change(to);
        origin.last().confirm();
        return change;
    }

    @Nested
    class OneAtATime {
        @Test
        void theSecondIsNotEvenDecidedBeforeTheFirstIsConfirmed() {
            sent("x");
            Changing second = change("y");
            destination.last().make("x", "2");
            assertThat(destination.sent()).isEqualTo(1);
            origin.last().find("x", "2");
            origin.last().confirm();
            assertThat(destination.last().change).isEqualTo("x>y");
            second.waits();
        }

        @Test
        void theSecondIsMadeAlsoWhereTheFirstFails() {
            Changing first = sent("x");
            change("y");
            destination.last().fail(Certainty.REFUSED);
            first.failed(Certainty.REFUSED);
            origin.last().confirm();
            assertThat(destination.last().change).isEqualTo("old>y");
        }

        @Test
        void changesOfOtherKeysAreNotBlocked() {
            sent("x");
            Changing.of(writeThrough.change("b", before -> "z"));
            origin.last().find("other", "1");
            assertThat(destination.last().key).isEqualTo("b");
        }

        @Test
        void whoLeavesDoesNotStopItAndWhoComesNextFindsItMade() {
            sent("x").leaves();
            destination.last().make("x", "2");
            origin.last().find("x", "2");
            read().isServed("x", Outcome.HIT);
        }

        /** Held down, each fails as soon as it begins. */
        @Test
        void everyOneOfThousandsIsToldThatTheOriginWentAwayOrThatTooManyWait() {
            List<Changing> all = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                all.add(change("x"));
            }
            for (int i = 0; i < 50; i++) {
                origin.last().fail();
            }
            assertThat(all.subList(0, 50))
                    .allSatisfy(one -> assertThat(one.failure()).isInstanceOf(OriginFailure.class));
            assertThat(all.subList(50, 5_000))
                    .allSatisfy(one -> assertThat(one.failure()).isInstanceOf(ChangeFailure.class));
        }
    }

    @Nested
    class DecidedOnWhatTheOriginHas {
        @Test
        void theOriginIsAskedAlthoughTheCacheIsFresh() {
            read().isServed("old", Outcome.HIT);
            change("x");
            assertThat(origin.last().latest).isTrue();
            origin.last().find("newer", "2");
            assertThat(destination.last().change).isEqualTo("newer>x");
            assertThat(destination.last().before).isEqualTo(new Held<>("newer", "2"));
        }

        @Test
        void whatTheOriginSaysThenIsServedFromThenOn() {
            change("x");
            origin.last().find("newer", "2");
            read().isServed("newer", Outcome.HIT);
        }

        @Test
        void anOrdinaryFlightThatIsAloftIsNotGoodEnough() {
            time.pass(FRESH);
            read();
            ScriptedOrigin.Question early = origin.last();
            change("x");
            early.find("older", "0");
            assertThat(destination.sent()).isZero();
            origin.last().find("newer", "2");
            assertThat(destination.last().before.value()).isEqualTo("newer");
        }

        @Test
        void whereTheOriginDoesNotAnswerNothingIsSentAndTheOldValueIsStillServed() {
            Changing change = change("x");
            origin.last().fail();
            assertThat(change.failure()).isInstanceOf(OriginFailure.class);
            assertThat(destination.sent()).isZero();
            read().isServed("old", Outcome.HIT);
        }

        @Test
        void whereTheOriginHasNoSuchThingNothingIsSent() {
            Changing change = change("x");
            origin.last().findNothing();
            assertThat(change.failure()).isInstanceOf(OriginFailure.class);
            assertThat(destination.sent()).isZero();
        }

        @Test
        void whatDecidingThrowsIsTheOutcomeAndNothingIsDoubted() {
            Changing change = Changing.of(writeThrough.change("a", before -> {
                throw new IllegalArgumentException("no such object");
            }));
            origin.last().confirm();
            assertThat(change.failure()).isInstanceOf(IllegalArgumentException.class);
            assertThat(destination.sent()).isZero();
            read().isServed("old", Outcome.HIT);
        }
    }

    @Nested
    class SentOnce {
        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFLICTS")
        void whateverElseIsSaidOfIt(Certainty certainty) {
            Changing change = sent("x");
            destination.last().fail(certainty);
            change.failed(certainty);
            assertThat(destination.sent()).isEqualTo(1);
        }

        @Test
        void oneThatConflictsIsDecidedAnewOnWhatIsThereByNow() {
            Changing change = sent("x");
            destination.last().fail(Certainty.CONFLICTS);
            change.waits();
            origin.last().find("theirs", "2");
            assertThat(destination.last().change).isEqualTo("theirs>x");
            destination.last().make("both", "3");
            origin.last().find("both", "3");
            change.isMade("theirs", "both", "3");
        }

        @Test
        void threeTimesAtMost() {
            Changing change = sent("x");
            destination.last().fail(Certainty.CONFLICTS);
            origin.last().confirm();
            destination.last().fail(Certainty.CONFLICTS);
            origin.last().confirm();
            destination.last().fail(Certainty.CONFLICTS);
            change.failed(Certainty.CONFLICTS);
            assertThat(destination.sent()).isEqualTo(3);
        }

        @ParameterizedTest
        @EnumSource(names = {"NOT_MADE", "REFUSED"})
        void oneThatWasNotMadeLeavesTheValueAsBelievedAsBefore(Certainty certainty) {
            sent("x");
            destination.last().fail(certainty);
            read().isServed("old", Outcome.HIT);
        }
    }

    @Nested
    class PerhapsMade {
        @Test
        void readersWaitForTheOrigin() {
            sent("x");
            destination.last().fail(Certainty.UNKNOWN);
            Reading reading = read().waits();
            origin.last().find("x", "2");
            reading.isServed("x", Outcome.REFRESHED);
        }

        @Test
        void theOldValueIsServedOnlyWhereTheOriginFails() {
            sent("x");
            destination.last().fail(Certainty.UNKNOWN);
            Reading reading = read().waits();
            origin.last().fail();
            reading.isServed("old", Outcome.STALE_IF_ERROR);
        }

        @Test
        void aBugOfTheDestinationIsNoBetterThanABrokenConnection() {
            Changing change = sent("x");
            destination.last().fail(new IllegalStateException("bug"));
            assertThat(change.failure()).isInstanceOf(IllegalStateException.class);
            read().waits();
        }

        @Test
        void norIsOneThatIsThrownBeforeThereIsAnythingToWaitFor() {
            Changing change = Changing.of(new WriteThrough<String, String, String>(cache, (key, before, decided) -> {
                        throw new IllegalStateException("bug");
                    })
                    .change("a", before -> "x"));
            origin.last().confirm();
            assertThat(change.failure()).isInstanceOf(IllegalStateException.class);
            read().waits();
        }

        @Test
        void aFlightThatTookOffBeforeItCannotLand() {
            sent("x");
            time.pass(FRESH);
            read().isServed("old", Outcome.STALE);
            ScriptedOrigin.Question early = origin.last();
            destination.last().fail(Certainty.UNKNOWN);
            early.confirm();
            read().waits();
        }

        @Test
        void theOldValueDoesNotOutliveTheProcess() {
            assertThat(remembered.values).containsExactly("old");
            sent("x");
            destination.last().fail(Certainty.UNKNOWN);
            assertThat(remembered.values).isEmpty();
        }

        /** A counter that does not move with every change would confirm the old value for ever. */
        @Test
        void theOriginIsAskedForTheWholeAndNotWhetherItsCounterMoved() {
            sent("x");
            destination.last().fail(Certainty.UNKNOWN);
            read();
            assertThat(origin.last().revision).isNull();
        }
    }

    @Nested
    class Made {
        @Test
        void itIsConfirmedOnlyAfterTheWholeWasAskedFor() {
            Changing change = sent("x");
            destination.last().make("x", "2");
            change.waits();
            assertThat(origin.last().latest).isTrue();
            assertThat(origin.last().revision).isNull();
            origin.last().find("x and what came with it", "2");
            change.isMade("old", "x and what came with it", "2");
            read().isServed("x and what came with it", Outcome.HIT).at("2");
        }

        @Test
        void aFlightThatTookOffBeforeItCannotLand() {
            Changing change = sent("x");
            time.pass(FRESH);
            read().isServed("old", Outcome.STALE);
            ScriptedOrigin.Question early = origin.last();
            destination.last().make("x", "2");
            early.find("old", "1");
            change.waits();
            origin.last().find("x", "2");
            change.isMade("old", "x", "2");
            read().isServed("x", Outcome.HIT);
        }

        @Test
        void whoReadsBeforeItIsConfirmedWaitsForTheSameAnswer() {
            sent("x");
            destination.last().make("x", "2");
            int asked = origin.asked();
            Reading reading = read().waits();
            assertThat(origin.asked()).isEqualTo(asked);
            origin.last().find("x", "2");
            reading.isServed("x", Outcome.REFRESHED);
        }

        @Test
        void whereTheOriginDoesNotAnswerAnyMoreWhatItSaidOfTheChangeIsServedAndAskedForAgain() {
            Changing change = sent("x");
            destination.last().make("x", "2");
            origin.last().fail();
            change.isMade("old", "x", "2");
            int asked = origin.asked();
            read().isServed("x", Outcome.STALE).at("2");
            assertThat(origin.asked()).isEqualTo(asked + 1);
        }

        /** What does not depend on what it was decided on conflicts with nothing. */
        @Test
        void alsoWhereSomebodyElsesChangeWasReadMeanwhile() {
            Changing change = sent("x");
            time.pass(FRESH);
            read();
            origin.last().find("theirs", "2");
            destination.last().make("theirs and x", "3");
            origin.last().fail();
            change.isMade("old", "theirs and x", "3");
            read().isServed("theirs and x", Outcome.STALE);
        }

        @Test
        void butNotOverWhatTheOriginSaidSince() {
            Changing change = sent("x");
            destination.last().make("x", "2");
            whenRefreshFails = () -> {
                cache.release("a");
                read();
                origin.last().find("newer", "3");
            };
            origin.last().fail();
            change.isMade("old", "x", "2");
            read().isServed("newer", Outcome.HIT);
        }

        @Test
        void andIsStillServedWhileTheOriginStaysAway() {
            sent("x");
            destination.last().make("x", "2");
            origin.last().fail();
            read();
            origin.last().fail();
            time.pass(ofMinutes(20));
            read().isServed("x", Outcome.STALE_IF_ERROR);
        }

        @Test
        void whereTheOriginIsTooSlowWhatItSaidOfTheChangeIsServed() {
            Changing change = sent("x");
            destination.last().make("x", "2");
            ScriptedOrigin.Question slow = origin.last();
            time.pass(ofSeconds(30));
            change.isMade("old", "x", "2");
            slow.find("old", "1");
            read().isServed("x", Outcome.STALE);
        }

        @Test
        void thatTheKeyWasHeldDownMeanwhileDoesNotKeepTheOriginFromBeingAsked() {
            Changing change = sent("x");
            time.pass(FRESH);
            read();
            origin.last().fail();
            destination.last().make("x", "2");
            change.waits();
            origin.last().find("x", "2");
            change.isMade("old", "x", "2");
        }

        @Test
        void aBugInReadingTheWholeIsToldAndTheOldValueIsNotServedOverIt() {
            Changing change = sent("x");
            destination.last().make("x", "2");
            origin.last().fail(new IllegalStateException("bug"));
            assertThat(change.failure()).isInstanceOf(IllegalStateException.class);
            assertThat(read().failure()).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void theNewValueOutlivesTheProcess() {
            sent("x");
            destination.last().make("x", "2");
            origin.last().find("x", "2");
            assertThat(remembered.values).containsExactly("x");
        }
    }
}
