package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every key is asked for at the start, a few at a time, and being ready waits for that a while. */
class WarmStartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HandMovedTime time = new HandMovedTime();
    private final List<UniEmitter<? super Object>> asked = new ArrayList<>();

    private WarmStart<Integer> begun(int keys) {
        WarmStart<Integer> start = new WarmStart<>(
                IntStream.range(0, keys).boxed().toList(),
                key -> Uni.createFrom().emitter(asked::add));
        start.begin(PATIENCE, new Surroundings(time, time.timer(), () -> 0, () -> Runnable::run));
        return start;
    }

    @Test
    void fourAreAskedForAtATimeUntilAllHaveBeen() {
        WarmStart<Integer> start = begun(6);
        assertThat(asked).hasSize(4);
        asked.get(0).complete("found");
        asked.get(1).fail(OriginFailure.unavailable("answered 500"));
        assertThat(asked).hasSize(6);
        assertThat(start.over()).isFalse();
        IntStream.range(2, 6).forEach(key -> asked.get(key).complete("found"));
        assertThat(start.over()).isTrue();
    }

    @Test
    void anOriginThatHangsHoldsUpBeingReadyForThePatienceOnlyAndIsAskedAllTheSame() {
        WarmStart<Integer> start = begun(6);
        time.pass(PATIENCE.minusNanos(1));
        assertThat(start.over()).isFalse();
        time.pass(Duration.ofNanos(1));
        assertThat(start.over()).isTrue();
        asked.get(0).complete("found");
        assertThat(asked).hasSize(5);
    }

    @Test
    void whatFailedIsAskedForAgainUntilItIsAnswered() {
        begun(2);
        asked.get(0).complete("found");
        asked.get(1).fail(OriginFailure.unavailable("answered 500"));
        time.pass(Duration.ofSeconds(5));
        assertThat(asked).hasSize(3);
        asked.get(2).complete("found");
        time.pass(Duration.ofMinutes(1));
        assertThat(asked).hasSize(3);
    }

    @Test
    void withNothingToAskForItIsOverAtOnce() {
        assertThat(begun(0).over()).isTrue();
        assertThat(WarmStart.none().over()).isTrue();
    }
}
