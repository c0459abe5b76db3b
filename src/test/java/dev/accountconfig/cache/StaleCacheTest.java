package dev.accountconfig.cache;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every row of the phase table and every rule of flights, with a hand-moved clock. */
class StaleCacheTest {
    private static final Duration FRESH = ofSeconds(60);
    private static final Duration PATIENCE = ofSeconds(2);
    private static final Duration DEADLINE = ofSeconds(30);
    private static final Pauses PAUSES =
            Pauses.of(ofSeconds(5), ofSeconds(10), ofSeconds(15), ofMinutes(2), ofMinutes(4), ofMinutes(8));
    private static final Lifetime LIFETIME = new Lifetime(FRESH, ofMinutes(10), ofDays(7), ofSeconds(30));

    private final HandMovedTime time = new HandMovedTime();
    private final ScriptedOrigin origin = new ScriptedOrigin();
    private final List<Object> told = new ArrayList<>();
    private final StaleCache<String, String> cache = cacheWith(() -> 0.5);

    private StaleCache<String, String> cacheWith(Chance chance) {
        return new StaleCache<>(
                origin,
                new Policy(LIFETIME, PATIENCE, DEADLINE, PAUSES, 100),
                new Surroundings(time, time.timer(), chance, () -> Runnable::run),
                new CacheListener<>() {
                    @Override
                    public void landed(String key, Landing landing) {
                        told.add(landing);
                    }

                    @Override
                    public void failed(String key, Throwable failure, int failures, Duration pause) {
                        told.add(pause);
                    }
                },
                LastKnownGood.none());
    }

    private Reading read() {
        return Reading.of(cache.get("a"));
    }

    private void holds(String value) {
        Reading first = read();
        origin.last().find(value, "1");
        first.isServed(value, Outcome.FETCHED);
        told.clear();
    }

    @Nested
    class Fresh {
        @Test
        void aValueYoungerThanFreshIsServedAndNothingIsAsked() {
            holds("v");
            time.pass(FRESH.minusNanos(1));
            read().isServed("v", Outcome.HIT).ofAge(FRESH.minusNanos(1)).withTtl(Duration.ofNanos(1));
            assertThat(origin.asked()).isEqualTo(1);
        }

        @Test
        void tenThousandReadsInAFreshWindowAskNothing() {
            holds("v");
            IntStream.range(0, 10_000).forEach(i -> read().isServed("v", Outcome.HIT));
            assertThat(origin.asked()).isEqualTo(1);
        }

        @Test
        void theRevisionIsTheOneThatTheOriginNamedLast() {
            holds("v");
            read().at("1");
            time.pass(FRESH.plus(ofMinutes(10)));
            Reading confirmed = read();
            origin.last().confirm();
            confirmed.at("1");
            time.pass(FRESH.plus(ofMinutes(10)));
            Reading resent = read();
            origin.last().find("v", "2");
            resent.at("2");
            read().at("2");
        }

        @Test
        void freshnessIsSpreadByTenPercentEitherWaySoThatEntriesWrittenTogetherDoNotExpireTogether() {
            assertThat(LIFETIME.freshOnce(() -> 0)).isEqualTo(ofSeconds(54));
            assertThat(LIFETIME.freshOnce(() -> 0.5)).isEqualTo(ofSeconds(60));
            assertThat(LIFETIME.freshOnce(() -> 0.9999)).isBetween(ofSeconds(65), ofSeconds(66));
        }
    }

    @Nested
    class Negative {
        @Test
        void anAbsenceIsServedWithoutAskingUntilItIsTooOld() {
            Reading first = read();
            origin.last().findNothing();
            first.isServedNothing(Outcome.FETCHED);
            time.pass(ofSeconds(29));
            read().isServedNothing(Outcome.NEGATIVE);
            assertThat(origin.asked()).isEqualTo(1);
            time.pass(ofSeconds(1));
            read().waits();
            assertThat(origin.asked()).isEqualTo(2);
        }

        @Test
        void aThingThatAppearsIsServedAfterItsAbsenceRanOut() {
            read();
            origin.last().findNothing();
            time.pass(ofSeconds(30));
            Reading reading = read();
            origin.last().find("v", "1");
            reading.isServed("v", Outcome.FETCHED);
        }

        @Test
        void aThingThatDisappearsIsNoLongerServed() {
            holds("v");
            time.pass(FRESH);
            read().isServed("v", Outcome.STALE);
            origin.last().findNothing();
            read().isServedNothing(Outcome.NEGATIVE);
        }
    }

    @Nested
    class StaleServable {
        @Test
        void aValueThatStoppedBeingFreshIsServedAtOnceAndOneFlightStartsBehindTheReadersBack() {
            holds("v");
            time.pass(FRESH);
            read().isServed("v", Outcome.STALE).withTtl(Duration.ZERO);
            read().isServed("v", Outcome.STALE);
            assertThat(origin.asked()).isEqualTo(2);
            assertThat(origin.last().revision).isEqualTo("1");
        }

        @Test
        void aConfirmedValueIsFreshAgain() {
            holds("v");
            time.pass(FRESH);
            read();
            origin.last().confirm();
            read().isServed("v", Outcome.HIT).ofAge(Duration.ZERO);
            assertThat(told).containsExactly(Landing.NOT_MODIFIED);
        }

        @Test
        void aChangedValueIsServedOnceItHasLanded() {
            holds("v");
            time.pass(FRESH);
            read();
            origin.last().find("w", "2");
            read().isServed("w", Outcome.HIT);
            assertThat(told).containsExactly(Landing.CHANGED);
        }

        @Test
        void aNewRevisionOfTheSameValueCountsAsUnchanged() {
            holds("v");
            time.pass(FRESH);
            read();
            origin.last().find("v", "2");
            assertThat(told).containsExactly(Landing.UNCHANGED);
            time.pass(FRESH);
            read();
            assertThat(origin.last().revision).isEqualTo("2");
        }

        @Test
        void everyTwentiethRevalidationAsksUnconditionally() {
            holds("v");
            List<String> revisions = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                time.pass(FRESH);
                read();
                revisions.add(String.valueOf(origin.last().revision));
                if (origin.last().revision == null) {
                    origin.last().find("v", "1");
                } else {
                    origin.last().confirm();
                }
            }
            assertThat(revisions.stream().filter("null"::equals)).hasSize(2);
            assertThat(revisions.get(19)).isEqualTo("null");
            assertThat(revisions.get(39)).isEqualTo("null");
        }

        @Test
        void theStaleWindowStartsWhereFreshnessEnds() {
            holds("v");
            time.pass(FRESH.plus(ofMinutes(10)).minusNanos(1));
            read().isServed("v", Outcome.STALE);
        }
    }

    @Nested
    class StaleIfError {
        private void isLongStale() {
            holds("v");
            time.pass(FRESH.plus(ofMinutes(10)));
        }

        @Test
        void theReaderGetsTheFlightsAnswerWhileTheOriginIsNotKnownToFail() {
            isLongStale();
            Reading reading = read().waits();
            origin.last().confirm();
            reading.isServed("v", Outcome.REVALIDATED).ofAge(Duration.ZERO);
        }

        @Test
        void theReaderGetsAChangedValueInPlaceOfTheStaleOne() {
            isLongStale();
            Reading reading = read();
            origin.last().find("w", "2");
            reading.isServed("w", Outcome.REFRESHED);
        }

        @Test
        void theOldValueIsServedWhenTheFlightFails() {
            isLongStale();
            Reading reading = read().waits();
            origin.last().fail();
            reading.isServed("v", Outcome.STALE_IF_ERROR).withTtl(ofMinutes(-10));
        }

        @Test
        void theOldValueIsServedWhenTheReaderRunsOutOfPatienceAndTheFlightGoesOn() {
            isLongStale();
            Reading reading = read();
            time.pass(PATIENCE);
            reading.isServed("v", Outcome.STALE_IF_ERROR);
            origin.last().find("w", "2");
            read().isServed("w", Outcome.HIT);
        }

        @Test
        void nobodyWaitsWhileTheKeyIsHeldDown() {
            isLongStale();
            read();
            origin.last().fail();
            read().isServed("v", Outcome.STALE_IF_ERROR);
            assertThat(origin.asked()).isEqualTo(2);
        }

        @Test
        void nobodyWaitsForTheNextAttemptEither() {
            isLongStale();
            read();
            origin.last().fail();
            time.pass(ofSeconds(6));
            read().isServed("v", Outcome.STALE_IF_ERROR);
            assertThat(origin.asked()).isEqualTo(3);
        }

        @Test
        void aBugOfOursIsNotForgivenByAStaleValueWhileItLasts() {
            isLongStale();
            Reading reading = read();
            origin.last().fail(new IllegalStateException("bug"));
            assertThat(reading.failure()).isInstanceOf(IllegalStateException.class);
            assertThat(read().failure()).isInstanceOf(IllegalStateException.class);
            assertThat(origin.asked()).isEqualTo(2);
        }

        @Test
        void theValueIsGoneAfterStaleIfError() {
            isLongStale();
            read();
            origin.last().fail();
            time.pass(ofDays(7));
            read().isRefused(ofSeconds(5));
        }
    }

    @Nested
    class Expired {
        @Test
        void aColdReaderGetsTheFlightsAnswer() {
            Reading reading = read().waits();
            origin.last().find("v", "1");
            reading.isServed("v", Outcome.FETCHED);
            assertThat(told).containsExactly(Landing.CHANGED);
        }

        @Test
        void aColdReaderIsRefusedWhenPatienceEndsAndTheFlightGoesOn() {
            Reading reading = read();
            time.pass(PATIENCE);
            reading.isRefused(ofSeconds(5));
            origin.last().find("v", "1");
            read().isServed("v", Outcome.HIT);
        }

        @Test
        void theRefusalSaysWhenTheNextAttemptIsDue() {
            Reading reading = read();
            origin.last().fail();
            reading.isRefused(ofMillis(5_250));
            time.pass(ofSeconds(1));
            read().isRefused(ofMillis(4_250));
            assertThat(origin.asked()).isEqualTo(1);
        }

        @Test
        void nobodyWaitsForAnOriginThatFailedLastTimeButItIsAsked() {
            read();
            origin.last().fail();
            time.pass(ofSeconds(6));
            read().isRefused(ofSeconds(5));
            origin.last().find("v", "1");
            assertThat(origin.asked()).isEqualTo(2);
            read().isServed("v", Outcome.HIT);
        }

        @Test
        void onlyTheFirstAttemptForReadersWithNothingElseIsUrgent() {
            read();
            assertThat(origin.last().urgent).isTrue();
            origin.last().fail();
            time.pass(ofSeconds(6));
            read();
            assertThat(origin.last().urgent).isFalse();
            origin.last().find("v", "1");
            time.pass(FRESH);
            read();
            assertThat(origin.last().urgent).isFalse();
        }

        @Test
        void aNotModifiedToAnUnconditionalQuestionIsAFailure() {
            Reading reading = read();
            origin.last().confirm();
            assertThat(reading.failure()).isInstanceOf(OriginFailure.class);
        }
    }

    @Nested
    class FlightRules {
        @Test
        void aThousandColdReadersShareOneFlightAndItsSuccess() {
            List<Reading> readers =
                    IntStream.range(0, 1000).mapToObj(i -> read()).toList();
            origin.last().find("v", "1");
            readers.forEach(reader -> reader.isServed("v", Outcome.FETCHED));
            assertThat(readers.subList(1, 1000)).allSatisfy(Reading::collapsed);
            assertThat(origin.asked()).isEqualTo(1);
        }

        @Test
        void aThousandColdReadersShareOneFlightAndItsFailure() {
            List<Reading> readers =
                    IntStream.range(0, 1000).mapToObj(i -> read()).toList();
            origin.last().fail();
            readers.forEach(reader -> reader.isRefused(ofMillis(5_250)));
            read().isRefused(ofMillis(5_250));
            assertThat(origin.asked()).isEqualTo(1);
        }

        /** The ticker is read between a reader's look at the entry and its take-off: there another reader gets in. */
        @Test
        void takeOffLooksAtTheEntryAgain() {
            holds("v");
            time.pass(FRESH);
            time.onNextRead(() -> {
                read();
                origin.last().confirm();
            });
            read().isServed("v", Outcome.STALE);
            assertThat(origin.asked()).isEqualTo(2);
        }

        @Test
        void aReaderThatLeavesDoesNotSinkTheFlight() {
            Reading first = read();
            Reading second = read();
            first.leaves();
            origin.last().find("v", "1");
            second.isServed("v", Outcome.FETCHED);
        }

        @Test
        void aFlightAlwaysEnds() {
            read();
            time.pass(DEADLINE);
            assertThat(told).containsExactly(ofMillis(5_250));
        }

        @Test
        void afterFailuresTheKeyIsHeldDownForTheVendorsOwnPauses() {
            Duration[] pauses = {
                ofSeconds(5), ofSeconds(10), ofSeconds(15), ofMinutes(2), ofMinutes(4), ofMinutes(8), ofMinutes(8)
            };
            holds("v");
            time.pass(FRESH);
            for (int i = 0; i < pauses.length; i++) {
                read();
                assertThat(origin.asked()).isEqualTo(i + 2);
                origin.last().fail();
                Duration withJitter = pauses[i].multipliedBy(105).dividedBy(100);
                assertThat(told.get(i)).isEqualTo(withJitter);
                time.pass(withJitter.minusNanos(1));
                read();
                assertThat(origin.asked()).isEqualTo(i + 2);
                time.pass(Duration.ofNanos(1));
            }
        }

        @Test
        void aSuccessEndsTheHoldDownAndItsCount() {
            holds("v");
            time.pass(FRESH);
            read();
            origin.last().fail();
            time.pass(ofSeconds(6));
            read();
            origin.last().confirm();
            told.clear();
            time.pass(FRESH);
            read();
            origin.last().fail();
            assertThat(told).containsExactly(ofMillis(5_250));
        }

        @Test
        void aLongerPauseAskedForByTheOriginIsKept() {
            read();
            origin.last().fail(new OriginFailure(OriginFailure.Reason.UNAVAILABLE, "throttled", ofSeconds(40)));
            assertThat(told).containsExactly(ofSeconds(40));
        }

        @Test
        void aFlightThatAWriteHasOvertakenStoresNothing() {
            holds("old");
            time.pass(FRESH);
            read();
            ScriptedOrigin.Question early = origin.last();
            cache.invalidate("a");
            early.find("old", "1");
            Reading after = read().waits();
            origin.last().find("new", "2");
            after.isServed("new", Outcome.FETCHED);
            assertThat(told).containsExactly(Landing.CHANGED);
        }

        @Test
        void readersOfAnOvertakenFlightAreStillAnswered() {
            Reading early = read();
            cache.invalidate("a");
            origin.last().find("old", "1");
            early.isServed("old", Outcome.FETCHED);
        }

        @Test
        void aFailureOfAnOvertakenFlightHoldsNothingDown() {
            read();
            ScriptedOrigin.Question early = origin.last();
            cache.invalidate("a");
            early.fail();
            read().waits();
            assertThat(origin.asked()).isEqualTo(2);
        }
    }

    /** The ticker is read when a failure comes home: there the value is doubted. */
    @Test
    void aDoubtThatComesWithAFailureIsNotLost() {
        holds("v");
        time.pass(FRESH);
        read();
        ScriptedOrigin.Question question = origin.last();
        time.onNextRead(() -> cache.doubt("a"));
        question.fail();
        assertThat(cache.states())
                .singleElement()
                .satisfies(state -> assertThat(state.phase()).isEqualTo(Phase.STALE_SERVABLE));
    }

    @Test
    void aDoubtedValueIsServedWhileItIsAskedForAgain() {
        holds("v");
        cache.doubt("a");
        read().isServed("v", Outcome.STALE);
        assertThat(origin.asked()).isEqualTo(2);
    }

    @Test
    void keysDoNotShareFlightsOrHoldDowns() {
        Reading a = Reading.of(cache.get("a"));
        origin.last().fail();
        Reading b = Reading.of(cache.get("b"));
        origin.last().find("v", "1");
        a.isRefused(ofMillis(5_250));
        b.isServed("v", Outcome.FETCHED);
    }

    @Test
    void theStateOfEveryKeyCanBeSeen() {
        holds("v");
        time.pass(FRESH);
        read();
        origin.last().fail();
        assertThat(cache.states()).containsExactly(new KeyState(Phase.STALE_SERVABLE, FRESH, ofMillis(5_250)));
    }
}
