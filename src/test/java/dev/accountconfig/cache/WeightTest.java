package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cache that is bounded by what it holds, not by how many. */
class WeightTest {
    private final HandMovedTime time = new HandMovedTime();

    private StaleCache<String, String> cache(long most, long entries) {
        Lifetime lifetime = new Lifetime(
                Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
        Policy policy = new Policy(
                lifetime, Duration.ofSeconds(2), Duration.ofSeconds(9), Pauses.of(Duration.ofSeconds(5)), entries);
        Surroundings surroundings = new Surroundings(time, time.timer(), () -> 0.5, () -> Runnable::run);
        Weight<String, String> weight = new Weight<>(
                most, (key, value) -> key.length() + value.orElse("").length());
        return new StaleCache<>(WeightTest::answer, policy, surroundings, new CacheListener<String>() {}, weight);
    }

    /** A key that starts with a number gets a value of that length; one that starts with "-" is absent; others fail. */
    private static Uni<Answer<String>> answer(String key, Origin.Question question) {
        if (key.startsWith("-")) {
            return Uni.createFrom().item(new Answer.Absent<>());
        }
        return key.startsWith("!")
                ? Uni.createFrom().failure(OriginFailure.unavailable("is down"))
                : Uni.createFrom().item(new Answer.Found<>("v".repeat(Integer.parseInt(key.split(":", 2)[0])), null));
    }

    private static void read(StaleCache<String, String> cache, String prefix, int times) {
        for (int i = 0; i < times; i++) {
            Reading.of(cache.get(prefix + i));
        }
    }

    @Test
    void manySmallValuesStayAndFewLargeOnes() {
        StaleCache<String, String> small = cache(100_000, 1000);
        read(small, "90:", 500);
        assertThat(small.states()).hasSize(500);
        StaleCache<String, String> large = cache(100_000, 1000);
        read(large, "9000:", 500);
        assertThat(large.states()).hasSizeBetween(5, 11);
    }

    @Test
    void theNumberOfKeysIsBoundedEvenWhereTheyHoldNothing() {
        StaleCache<String, String> cache = cache(100_000, 50);
        read(cache, "1:", 500);
        read(cache, "-", 500);
        read(cache, "!", 500);
        assertThat(cache.states().count()).isLessThanOrEqualTo(50);
    }

    @Test
    void aValueThatIsTooHeavyIsAnsweredAndNotKept() {
        StaleCache<String, String> cache = cache(1000, 10);
        Reading.of(cache.get("5000:")).isServed("v".repeat(5000), Outcome.FETCHED);
        Reading.of(cache.get("5000:")).isServed("v".repeat(5000), Outcome.FETCHED);
    }

    @Test
    void aLineWeighsAtLeastItsShareAndNoMoreThanCanBeCounted() {
        assertThat(new Weight<String, String>(1000, (key, value) -> 3).of("k", Optional.empty(), 10))
                .isEqualTo(100);
        assertThat(new Weight<String, String>(1000, (key, value) -> 300).of("k", Optional.empty(), 10))
                .isEqualTo(300);
        assertThat(new Weight<String, String>(Long.MAX_VALUE / 2, (key, value) -> 3).of("k", Optional.empty(), 1))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(new Weight<String, String>(1, (key, value) -> 0).of("k", Optional.empty(), 10))
                .isEqualTo(1);
    }
}
