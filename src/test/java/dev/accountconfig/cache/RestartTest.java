package dev.accountconfig.cache;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cache leaves behind, and what its next life makes of it; with a hand-moved clock. */
class RestartTest {
    private static final Duration FRESH = ofSeconds(60);
    private static final Lifetime LIFETIME = new Lifetime(FRESH, ofMinutes(10), ofDays(7), ofSeconds(30));

    private final HandMovedTime time = new HandMovedTime();
    private final ScriptedOrigin origin = new ScriptedOrigin();
    private final Notebook notebook = new Notebook();

    /** Remembers what it was told, in words, and recalls what the test wants. */
    private static final class Notebook implements LastKnownGood<String, String> {
        private final List<Kept<String, String>> recalled = new ArrayList<>();
        private final List<String> told = new ArrayList<>();

        @Override
        public List<Kept<String, String>> recall() {
            return recalled;
        }

        @Override
        public void keep(String key, String value, @Nullable String revision) {
            told.add("keep " + key + " " + value + " " + revision);
        }

        @Override
        public void forget(String key) {
            told.add("forget " + key);
        }
    }

    private StaleCache<String, String> cache() {
        return cache(LIFETIME);
    }

    private StaleCache<String, String> cache(Lifetime lifetime) {
        return new StaleCache<>(
                origin,
                new Policy(lifetime, ofSeconds(2), ofSeconds(30), Pauses.of(Duration.ofSeconds(5)), 100),
                new Surroundings(time, time.timer(), () -> 0.5, () -> Runnable::run),
                new CacheListener<>() {},
                notebook);
    }

    private static Reading read(StaleCache<String, String> cache) {
        return Reading.of(cache.get("a"));
    }

    private StaleCache<String, String> restartedAfter(Duration age) {
        notebook.recalled.add(new Kept<>("a", "v", "1", age));
        return cache();
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT59S", "PT60S", "PT10M59S"})
    void aValueIsServedStaleAtOnceWhateverItsAgeAndOneFlightAsksWhetherItIsCurrent(Duration age) {
        StaleCache<String, String> cache = restartedAfter(age);
        read(cache).isServed("v", Outcome.STALE).ofAge(age);
        assertThat(origin.asked()).isEqualTo(1);
        assertThat(origin.last().revision).isEqualTo("1");
    }

    @Test
    void nothingIsAskedBeforeAnybodyReads() {
        restartedAfter(ofMinutes(1));
        assertThat(origin.asked()).isZero();
    }

    @Test
    void aYoungValueIsNotFreshAndGoesOnAgeing() {
        StaleCache<String, String> cache = restartedAfter(ofSeconds(10));
        read(cache).isServed("v", Outcome.STALE).withTtl(ZERO);
        time.pass(ofSeconds(5));
        read(cache).isServed("v", Outcome.STALE).ofAge(ofSeconds(15)).withTtl(ofSeconds(-5));
    }

    @Test
    void aConfirmedValueIsFreshAgain() {
        StaleCache<String, String> cache = restartedAfter(ofMinutes(1));
        read(cache);
        origin.last().confirm();
        read(cache).isServed("v", Outcome.HIT).ofAge(ZERO);
    }

    @Test
    void anOldValueIsServedWhileTheOriginFails() {
        StaleCache<String, String> cache = restartedAfter(ofDays(6));
        Reading first = read(cache).waits();
        origin.last().fail();
        first.isServed("v", Outcome.STALE_IF_ERROR).ofAge(ofDays(6));
        read(cache).isServed("v", Outcome.STALE_IF_ERROR);
    }

    @Test
    void aValueThatWouldNotBeServedAnyMoreIsNotRestored() {
        StaleCache<String, String> cache = restartedAfter(ofDays(7).plus(FRESH));
        assertThat(cache.states()).isEmpty();
        read(cache).waits();
    }

    @Test
    void ageMayBeAnything() {
        notebook.recalled.add(new Kept<>("a", "v", "1", ofDays(365_000_000)));
        assertThat(cache().states()).isEmpty();
    }

    @Test
    void withoutStaleWindowsAValueIsAskedAboutFirst() {
        notebook.recalled.add(new Kept<>("a", "v", "1", ofSeconds(10)));
        StaleCache<String, String> cache = cache(new Lifetime(FRESH, ZERO, ZERO, ZERO));
        Reading reading = read(cache).waits();
        origin.last().confirm();
        reading.isServed("v", Outcome.REVALIDATED);
    }

    @Test
    void everyLandingOfAValueIsKept() {
        StaleCache<String, String> cache = cache();
        read(cache);
        origin.last().find("v", "1");
        time.pass(ofMinutes(2));
        read(cache);
        origin.last().confirm();
        time.pass(ofMinutes(2));
        read(cache);
        origin.last().find("w", "2");
        assertThat(notebook.told).containsExactly("keep a v 1", "keep a v 1", "keep a w 2");
    }

    @Test
    void anAbsenceForgetsTheValueBeforeIt() {
        StaleCache<String, String> cache = restartedAfter(ofMinutes(2));
        read(cache);
        origin.last().findNothing();
        assertThat(notebook.told).containsExactly("forget a");
    }

    @Test
    void aFailureForgetsNothing() {
        StaleCache<String, String> cache = restartedAfter(ofMinutes(2));
        read(cache);
        origin.last().fail();
        assertThat(notebook.told).isEmpty();
    }

    @Test
    void aWriteForgetsTheValueAndWhatWasAskedForBeforeItIsNotKept() {
        StaleCache<String, String> cache = restartedAfter(ofMinutes(2));
        read(cache);
        cache.invalidate("a");
        origin.last().find("before the write", "1");
        assertThat(notebook.told).containsExactly("forget a");
    }

    @Test
    void doubtForgetsNothing() {
        StaleCache<String, String> cache = restartedAfter(ofMinutes(2));
        cache.doubt("a");
        assertThat(notebook.told).isEmpty();
    }
}
