package dev.accountconfig.liveperson;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.HandMovedTime;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One sign-in for everybody, held down when it fails; a vendor's user is never locked out by us. */
class SessionsTest {
    private static final AccountId ACCOUNT = new AccountId("31415926");

    private final HandMovedTime time = new HandMovedTime();
    private final List<UniEmitter<? super Sessions.Granted>> attempts = new ArrayList<>();
    private final Sessions sessions = new Sessions(
            account -> Uni.createFrom().emitter(attempts::add),
            new Surroundings(time, time.timer(), () -> 0, () -> Runnable::run),
            new VendorListener() {});

    private UniAssertSubscriber<Session> ask() {
        return sessions.current(ACCOUNT).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private void grant(String bearer) {
        last().complete(new Sessions.Granted(new Secret(bearer), ofHours(8)));
    }

    private void refuse() {
        fail(VendorFailure.Kind.UNAUTHORIZED);
    }

    private void fail(VendorFailure.Kind kind) {
        last().fail(new VendorFailure(kind, "answered so").at(VendorFailure.Stage.SIGN_IN));
    }

    private UniEmitter<? super Sessions.Granted> last() {
        return attempts.get(attempts.size() - 1);
    }

    @Test
    void aThousandCallersMakeOneSignIn() {
        List<UniAssertSubscriber<Session>> callers =
                IntStream.range(0, 1000).mapToObj(i -> ask()).toList();
        grant("b1");
        callers.forEach(caller ->
                assertThat(caller.assertCompleted().getItem().bearer().reveal()).isEqualTo("b1"));
        assertThat(attempts).hasSize(1);
    }

    @Test
    void theSessionIsReusedUntilATenthBeforeItsEnd() {
        ask();
        grant("b1");
        time.pass(ofHours(8).multipliedBy(9).dividedBy(10).minusNanos(1));
        ask().assertCompleted();
        assertThat(attempts).hasSize(1);
        time.pass(Duration.ofNanos(1));
        ask();
        assertThat(attempts).hasSize(2);
    }

    @Test
    void aRejectedSessionIsRenewedOnceForAllWhoSawItRejected() {
        ask();
        grant("b1");
        Session rejected = ask().getItem();
        List<UniAssertSubscriber<Session>> callers = IntStream.range(0, 1000)
                .mapToObj(i -> sessions.renew(ACCOUNT, rejected)
                        .subscribe()
                        .withSubscriber(UniAssertSubscriber.<Session>create()))
                .toList();
        grant("b2");
        callers.forEach(caller ->
                assertThat(caller.assertCompleted().getItem().bearer().reveal()).isEqualTo("b2"));
        assertThat(attempts).hasSize(2);
    }

    @Test
    void whoComesLateWithAnOldRejectionGetsTheNewSession() {
        ask();
        grant("b1");
        Session rejected = ask().getItem();
        sessions.renew(ACCOUNT, rejected).subscribe().withSubscriber(UniAssertSubscriber.create());
        grant("b2");
        assertThat(sessions.renew(ACCOUNT, rejected)
                        .await()
                        .indefinitely()
                        .bearer()
                        .reveal())
                .isEqualTo("b2");
        assertThat(attempts).hasSize(2);
    }

    @Test
    void aRefusedPasswordIsTriedThreeTimesAndThenLeftAloneForFiveMinutes() {
        ask();
        refuse();
        time.pass(ofSeconds(5));
        ask();
        refuse();
        time.pass(ofSeconds(10));
        ask();
        refuse();
        assertThat(attempts).hasSize(3);
        time.pass(ofMinutes(5).minusNanos(1));
        ask().assertFailedWith(VendorFailure.class);
        assertThat(attempts).hasSize(3);
        time.pass(Duration.ofNanos(1));
        ask();
        assertThat(attempts).hasSize(4);
    }

    @Test
    void aUserWhomTheVendorHasBlockedIsLeftAloneUntilTheNextStart() {
        ask();
        fail(VendorFailure.Kind.BLOCKED);
        time.pass(ofDays(365));
        ask().assertFailedWith(VendorFailure.class);
        assertThat(attempts).hasSize(1);
    }

    @Test
    void aSignInThatNeverEndsIsGivenUp() {
        UniAssertSubscriber<Session> caller = ask();
        time.pass(ofSeconds(30));
        caller.assertFailedWith(VendorFailure.class);
    }

    @Test
    void inASignInOutageThereAreAtMostSixAttemptsAMinute() {
        for (int second = 0; second < 60; second++) {
            int before = attempts.size();
            ask();
            if (attempts.size() > before) {
                fail(VendorFailure.Kind.FAILING);
            }
            time.pass(ofSeconds(1));
        }
        assertThat(attempts.size()).isBetween(2, 6);
    }

    @Test
    void aRefusedSignInIsAFindingUntilItIsGranted() {
        assertThat(sessions.finding(ACCOUNT)).isEmpty();
        ask();
        refuse();
        assertThat(sessions.finding(ACCOUNT))
                .hasValueSatisfying(finding -> assertThat(finding.words()).contains("answered so when signing in"));
        assertThat(sessions.heldDown()).isEqualTo(1);
        time.pass(ofSeconds(5));
        ask();
        grant("b1");
        assertThat(sessions.finding(ACCOUNT)).isEmpty();
        assertThat(sessions.heldDown()).isZero();
    }

    @Test
    void aSignInThatFailsByAnOutageIsNoFindingOfThePlanners() {
        ask();
        fail(VendorFailure.Kind.FAILING);
        assertThat(sessions.finding(ACCOUNT)).isEmpty();
    }

    @Test
    void aSuccessForgetsEarlierFailures() {
        ask();
        refuse();
        time.pass(ofSeconds(5));
        ask();
        grant("b1");
        ask().assertCompleted();
    }
}
