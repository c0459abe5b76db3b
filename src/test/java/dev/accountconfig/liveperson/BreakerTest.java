package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.liveperson.VendorFailure.Kind;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a breaker of the window 10 is kept. */
class BreakerTest {
    private final List<Consumer<CircuitBreakerState>> built = new ArrayList<>();
    private final List<UniEmitter<? super VendorAnswer>> inside = new ArrayList<>();

    private final Breaker breaker = new Breaker(
            told -> {
                built.add(told);
                return new OpenGuard();
            },
            failure -> failure instanceof VendorFailure known && known.kind().unhealthy(),
            10);

    private void begin() {
        breaker.watch(() -> Uni.createFrom().emitter(inside::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private void succeed(int index) {
        inside.get(index).complete(Said.content(Buffer.buffer("[]"), "1"));
    }

    private void fail(int index, Kind kind) {
        inside.get(index).fail(new VendorFailure(kind, "failed"));
    }

    private void succeedTimes(int times) {
        IntStream.range(0, times).forEach(i -> {
            begin();
            succeed(inside.size() - 1);
        });
    }

    private void failOnce(Kind kind) {
        begin();
        fail(inside.size() - 1, kind);
    }

    @Test
    void itIsNotKeptForSuccesses() {
        succeedTimes(3);
        assertThat(built).hasSize(3);
    }

    @Test
    void norForWhatIsOurOwnFault() {
        failOnce(Kind.FORBIDDEN);
        succeedTimes(1);
        assertThat(built).hasSize(2);
    }

    @Test
    void itIsKeptForAFailureUntilItsWindowHoldsNone() {
        failOnce(Kind.FAILING);
        succeedTimes(9);
        assertThat(built).hasSize(1);
        succeedTimes(1);
        assertThat(built).hasSize(1);
        succeedTimes(1);
        assertThat(built).hasSize(2);
    }

    @Test
    void anOpenOneIsKeptWhateverThoseStillTellThatBeganBeforeItOpened() {
        IntStream.range(0, 20).forEach(i -> begin());
        IntStream.range(0, 5).forEach(i -> fail(i, Kind.FAILING));
        built.get(0).accept(CircuitBreakerState.OPEN);
        IntStream.range(5, 20).forEach(this::succeed);
        begin();
        assertThat(built).hasSize(1);
        built.get(0).accept(CircuitBreakerState.HALF_OPEN);
        succeed(20);
        begin();
        assertThat(built).hasSize(1);
    }

    @Test
    void oneThatClosesAgainHasForgotten() {
        failOnce(Kind.FAILING);
        built.get(0).accept(CircuitBreakerState.OPEN);
        built.get(0).accept(CircuitBreakerState.CLOSED);
        succeedTimes(2);
        assertThat(built).hasSize(2);
    }
}
