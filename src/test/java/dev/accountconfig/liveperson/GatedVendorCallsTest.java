package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.Eventually;
import dev.accountconfig.SimulatedVendor;
import dev.accountconfig.cache.HandMovedTime;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.liveperson.VendorFailure.Kind;
import dev.accountconfig.schedule.AccountId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The gate of each account and service. The breaker's own clock is real, since it is not ours to move; and its guards are
 * to be had only inside the running service.
 */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class GatedVendorCallsTest {
    private static final AccountId ONE = new AccountId("one");
    private static final AccountId OTHER = new AccountId("other");
    private static final VendorHost HOST = new VendorHost(true, "va.ac.liveperson.net", 443);
    private static final Duration OPEN_FOR = Duration.ofMillis(50);
    private static final Duration RETRY_DELAY = Duration.ofMillis(300);

    private final HandMovedTime time = new HandMovedTime();
    private final List<UniEmitter<? super VendorAnswer>> sent = new ArrayList<>();
    private final List<Kind> retried = new ArrayList<>();

    private GatedVendorCalls gate(int atOnce, double perSecond, double retryShare) {
        return new GatedVendorCalls(
                call -> Uni.createFrom().emitter(sent::add),
                new GateLimits(
                        atOnce,
                        perSecond,
                        new GateLimits.Breaker(10, 0.5, OPEN_FOR),
                        new GateLimits.EarlyRetry(RETRY_DELAY, retryShare)),
                new Surroundings(time, time.timer(), () -> 0.5, () -> Runnable::run),
                new VendorListener() {
                    @Override
                    public void retried(Kind reason) {
                        retried.add(reason);
                    }
                });
    }

    private static VendorCall read(AccountId account) {
        return VendorCall.get(account, Purpose.OCCASIONS, HOST, "/");
    }

    private static UniAssertSubscriber<VendorAnswer> send(VendorCalls calls, VendorCall call) {
        return calls.send(call).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private void answer(int index) {
        sent.get(index).complete(Said.content(Buffer.buffer("[]"), "1"));
    }

    private void fail(int index, Kind kind) {
        fail(index, new VendorFailure(kind, "failed"));
    }

    private void fail(int index, VendorFailure failure) {
        sent.get(index).fail(failure);
    }

    private static void failedBy(UniAssertSubscriber<VendorAnswer> call, Kind kind) {
        assertThat(call.getFailure())
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @Test
    void onlySoManyCallsAreOnTheirWayAtOnceAndTheOthersWaitTheirTurn() {
        VendorCalls calls = gate(8, 10_000, 0);
        List<UniAssertSubscriber<VendorAnswer>> all =
                IntStream.range(0, 20).mapToObj(i -> send(calls, read(ONE))).toList();
        assertThat(sent).hasSize(8);
        answer(0);
        time.pass(Duration.ofSeconds(1));
        assertThat(sent).hasSize(9);
        IntStream.range(1, 20).forEach(this::answerInTime);
        all.forEach(UniAssertSubscriber::assertCompleted);
    }

    private void answerInTime(int index) {
        time.pass(Duration.ofSeconds(1));
        answer(index);
    }

    @Test
    void aCrowdBeyondAllMeasureIsTurnedAwayAtOnceAndOpensNoBreaker() {
        VendorCalls calls = gate(1, 10_000, 0);
        List<UniAssertSubscriber<VendorAnswer>> all =
                IntStream.range(0, 200).mapToObj(i -> send(calls, read(ONE))).toList();
        failedBy(all.get(199), Kind.HELD_BACK);
        assertThat(sent).hasSize(1);
        answer(0);
        time.pass(Duration.ofSeconds(1));
        assertThat(sent).hasSize(2);
    }

    @Test
    void callersWhoLeaveEndNoCallAndTakeNoPlaceWithThem() {
        VendorCalls calls = gate(1, 10_000, 0);
        List<UniAssertSubscriber<VendorAnswer>> leaving =
                IntStream.range(0, 3).mapToObj(i -> send(calls, read(ONE))).toList();
        leaving.forEach(UniAssertSubscriber::cancel);
        for (int i = 0; i < sent.size(); i++) {
            answerInTime(i);
        }

        int before = sent.size();
        List<UniAssertSubscriber<VendorAnswer>> staying =
                IntStream.range(0, 3).mapToObj(i -> send(calls, read(ONE))).toList();
        time.pass(Duration.ofSeconds(1));
        assertThat(sent).hasSize(before + 1);
        for (int i = before; i < before + 3; i++) {
            answerInTime(i);
        }
        staying.forEach(UniAssertSubscriber::assertCompleted);
    }

    @Test
    void callsAreSpreadOverTimeNotRefused() {
        VendorCalls calls = gate(4, 10, 0);
        List<UniAssertSubscriber<VendorAnswer>> all =
                IntStream.range(0, 6).mapToObj(i -> send(calls, read(ONE))).toList();
        IntStream.range(0, 4).forEach(this::answer);
        assertThat(sent).hasSize(4);
        time.pass(Duration.ofMillis(100));
        assertThat(sent).hasSize(5);
        time.pass(Duration.ofMillis(100));
        assertThat(sent).hasSize(6);
        IntStream.range(4, 6).forEach(this::answer);
        all.forEach(UniAssertSubscriber::assertCompleted);
    }

    @Test
    void oneAccountsTroubleIsNotAnothers() {
        VendorCalls calls = gate(1, 10, 0);
        send(calls, read(ONE));
        send(calls, read(ONE));
        send(calls, read(OTHER));
        assertThat(sent).hasSize(2);
    }

    @Test
    void whenTheVendorAsksToBeLeftAloneNoCallOfTheAccountIsSentBeforeThat() {
        VendorCalls calls = gate(8, 10_000, 0);
        send(calls, read(ONE));
        fail(0, new VendorFailure(Kind.THROTTLED, "answered 429", Duration.ofSeconds(40)));
        time.pass(Duration.ofSeconds(40).minusNanos(1));
        UniAssertSubscriber<VendorAnswer> early = send(calls, read(ONE));
        failedBy(early, Kind.HELD_BACK);
        assertThat(((VendorFailure) early.getFailure()).retryAfter()).isEqualTo(Duration.ofNanos(1));
        time.pass(Duration.ofNanos(1));
        send(calls, read(ONE));
        assertThat(sent).hasSize(2);
    }

    @Test
    void norIsOneSentThatWaitedItsTurnMeanwhile() {
        VendorCalls oneByOne = gate(1, 10, 0);
        send(oneByOne, read(ONE));
        UniAssertSubscriber<VendorAnswer> queued = send(oneByOne, read(ONE));
        fail(0, new VendorFailure(Kind.THROTTLED, "answered 429", Duration.ofSeconds(40)));
        time.pass(Duration.ofSeconds(1));
        failedBy(queued, Kind.HELD_BACK);
        assertThat(sent).hasSize(1);
    }

    @Test
    void aThrottledServiceIsLeftAloneForASecondEvenIfItDoesNotAsk() {
        VendorCalls calls = gate(8, 10_000, 0);
        send(calls, read(ONE));
        fail(0, Kind.THROTTLED);
        failedBy(send(calls, read(ONE)), Kind.HELD_BACK);
        time.pass(Duration.ofSeconds(1));
        send(calls, read(ONE));
        assertThat(sent).hasSize(2);
    }

    @Test
    void aHalfOpenBreakerLetsExactlyOneOfAHundredThrough() {
        VendorCalls calls = gate(100, 10_000, 0);
        IntStream.range(0, 10).forEach(i -> {
            send(calls, read(ONE));
            fail(i, Kind.FAILING);
        });
        failedBy(send(calls, read(ONE)), Kind.BREAKER_OPEN);
        assertThat(sent).hasSize(10);
        Eventually.holds(() -> {
            send(calls, read(ONE));
            assertThat(sent).hasSize(11);
        });
        IntStream.range(0, 100).forEach(i -> failedBy(send(calls, read(ONE)), Kind.BREAKER_OPEN));
        assertThat(sent).hasSize(11);
        answer(10);
        send(calls, read(ONE));
        assertThat(sent).hasSize(12);
    }

    @Test
    void whatIsOurFaultOpensNoBreaker() {
        VendorCalls calls = gate(30, 10_000, 0);
        IntStream.range(0, 30).forEach(i -> {
            send(calls, read(ONE));
            fail(i, Kind.FORBIDDEN);
        });
        assertThat(sent).hasSize(30);
    }

    @Test
    void aWaitingReaderGetsOneEarlyRetryIfItHasBeenEarned() {
        VendorCalls calls = gate(8, 10_000, 1);
        UniAssertSubscriber<VendorAnswer> reader = send(calls, read(ONE).urgent(true));
        fail(0, Kind.FAILING);
        time.pass(RETRY_DELAY.minusNanos(1));
        assertThat(sent).hasSize(1);
        time.pass(Duration.ofNanos(1));
        assertThat(sent).hasSize(2);
        answer(1);
        reader.assertCompleted();
        assertThat(retried).containsExactly(Kind.FAILING);
    }

    @Test
    void aSecondFailureIsTheOutcome() {
        VendorCalls calls = gate(8, 10_000, 1);
        UniAssertSubscriber<VendorAnswer> reader = send(calls, read(ONE).urgent(true));
        fail(0, Kind.UNREACHABLE);
        time.pass(RETRY_DELAY);
        fail(1, Kind.UNREACHABLE);
        failedBy(reader, Kind.UNREACHABLE);
    }

    @Test
    void withoutAnEarnedRetryAndWithoutAWaitingReaderThereIsNone() {
        VendorCalls penniless = gate(8, 10_000, 0.1);
        send(penniless, read(ONE).urgent(true));
        fail(0, Kind.FAILING);
        VendorCalls unhurried = gate(8, 10_000, 1);
        send(unhurried, read(ONE));
        fail(1, Kind.FAILING);
        time.pass(Duration.ofMinutes(1));
        assertThat(sent).hasSize(2);
    }
}
