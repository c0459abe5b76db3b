package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** So many calls a second, a few at once after a quiet while. */
class PaceTest {
    private static final long START = 1_000_000_000_000L;

    private final Pace pace = new Pace(10, 3);

    private List<Long> waits(int calls, long now) {
        return Stream.generate(() -> pace.reserve(now).toMillis()).limit(calls).toList();
    }

    @Test
    void afterAQuietWhileAFewGoAtOnceAndTheRestAtEvenIntervals() {
        assertThat(waits(6, START)).containsExactly(0L, 0L, 0L, 100L, 200L, 300L);
    }

    @Test
    void whatIsNotUsedIsNotSavedUp() {
        waits(3, START);
        assertThat(waits(5, START + Duration.ofHours(1).toNanos())).containsExactly(0L, 0L, 0L, 100L, 200L);
    }

    @Test
    void oneMoreMayGoWithEveryInterval() {
        waits(3, START);
        assertThat(waits(2, START + Duration.ofMillis(100).toNanos())).containsExactly(0L, 100L);
    }

    @Test
    void theTickerMayReadAnything() {
        assertThat(waits(4, Long.MIN_VALUE / 2)).containsExactly(0L, 0L, 0L, 100L);
        assertThat(new Pace(1, 1).reserve(-5)).isZero();
    }
}
