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
    private final List<UniEmitter<? super Granted>> attempts = new ArrayList<>();
    private final Tended keeper = new Tended();
    private final Sessions sessions = new Sessions(
            account -> Uni.createFrom().emitter(attempts::add),
            new Surroundings(time, time.timer(), () -> 0, () -> Runnable::run),
            new VendorListener() {});

    private UniAssertSubscriber<Session> ask() {
        return sessions.current(ACCOUNT).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private UniAssertSubscriber<Session> renew(Session rejected) {
        sessions.forget(ACCOUNT, rejected);
        return ask();
    }

    private static String bearer(Session session) {
        return ((Bearer) session.pass()).token().reveal();
    }

    private void grant(String bearer) {
        last().complete(new Granted(new Bearer(new Secret(bearer)), ofHours(8), keeper));
    }

    private void refuse() {
        fail(VendorFailure.Kind.UNAUTHORIZED);
    }

    private void fail(VendorFailure.Kind kind) {
        last().fail(new VendorFailure(kind, "answered so").at(VendorFailure.Stage.SIGN_IN));
    }

    private UniEmitter<? super Granted> last() {
        return attempts.get(attempts.size() - 1);
    }

    @Test
    void aThousandCallersMakeOneSignIn() {
        List<UniAssertSubscriber<Session>> callers =
                IntStream.range(0, 1000).mapToObj(i -> ask()).toList();
        grant("b1");
        callers.forEach(
                caller -> assertThat(bearer(caller.assertCompleted().getItem())).isEqualTo("b1"));
        assertThat(attempts).hasSize(1);
    }

    @Test
    void whoeverInventsAHundredAddressesBringsAboutOneSignInInFifteenSeconds() {
        ask();
        grant("b0");
        for (int address = 1; address <= 100; address++) {
            time.pass(ofSeconds(1));
            sessions.doubt(ACCOUNT, ask().assertCompleted().getItem());
            int before = attempts.size();
            ask();
            if (attempts.size() > before) {
                grant("b" + address);
            }
        }
        assertThat(attempts).hasSizeLessThanOrEqualTo(1 + 100 / 15);
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
        List<UniAssertSubscriber<Session>> callers =
                IntStream.range(0, 1000).mapToObj(i -> renew(rejected)).toList();
        grant("b2");
        callers.forEach(
                caller -> assertThat(bearer(caller.assertCompleted().getItem())).isEqualTo("b2"));
        assertThat(attempts).hasSize(2);
    }

    @Test
    void whoComesLateWithAnOldRejectionGetsTheNewSession() {
        ask();
        grant("b1");
        Session rejected = ask().getItem();
        renew(rejected);
        grant("b2");
        assertThat(bearer(renew(rejected).assertCompleted().getItem())).isEqualTo("b2");
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

    /** Counts what is said to the vendor, and lets a test answer. */
    private static final class Tended implements Keeper {
        private final List<UniEmitter<? super Void>> prolonged = new ArrayList<>();
        private int givenBack;

        @Override
        public Duration every() {
            return ofMinutes(4);
        }

        @Override
        public Uni<Void> prolong() {
            return Uni.createFrom().emitter(prolonged::add);
        }

        @Override
        public Uni<Void> giveBack() {
            return Uni.createFrom().voidItem().invoke(() -> givenBack++);
        }
    }

    @Test
    void aSessionThatIsDueIsUsedOnWhileTheNextOneIsFetched() {
        ask();
        grant("b1");
        time.pass(ofHours(7).plus(ofMinutes(30)));
        assertThat(bearer(ask().assertCompleted().getItem())).isEqualTo("b1");
        assertThat(attempts).hasSize(2);
        grant("b2");
        assertThat(bearer(ask().assertCompleted().getItem())).isEqualTo("b2");
    }

    @Test
    void aSessionThatCannotBeRenewedIsUsedToItsEndAndTheVendorIsLeftAlone() {
        ask();
        grant("b1");
        time.pass(ofHours(7).plus(ofMinutes(30)));
        ask();
        fail(VendorFailure.Kind.FAILING);
        for (int i = 0; i < 100; i++) {
            assertThat(bearer(ask().assertCompleted().getItem())).isEqualTo("b1");
        }
        assertThat(attempts).hasSize(2);
        time.pass(ofMinutes(30));
        ask().assertNotTerminated();
        assertThat(attempts).hasSize(3);
    }

    @Test
    void aSessionInUseIsProlongedEveryFourMinutesByOneCallerForAll() {
        ask();
        grant("b1");
        time.pass(ofMinutes(4).minusNanos(1));
        ask();
        assertThat(keeper.prolonged).isEmpty();
        time.pass(Duration.ofNanos(1));
        IntStream.range(0, 1000).forEach(i -> ask().assertCompleted());
        assertThat(keeper.prolonged).hasSize(1);
        time.pass(ofMinutes(4));
        ask();
        assertThat(keeper.prolonged).hasSize(2);
    }

    @Test
    void onlyWhatTheVendorNoLongerKnowsIsSignedInToAnew() {
        ask();
        grant("b1");
        time.pass(ofMinutes(4));
        ask();
        keeper.prolonged.get(0).fail(new VendorFailure(VendorFailure.Kind.FAILING, "answered 500"));
        ask().assertCompleted();
        assertThat(attempts).hasSize(1);
        time.pass(ofMinutes(4));
        ask();
        keeper.prolonged.get(1).fail(new VendorFailure(VendorFailure.Kind.UNAUTHORIZED, "answered 401"));
        ask().assertNotTerminated();
        assertThat(attempts).hasSize(2);
    }

    @Test
    void inTheEndWhatWasLentIsGivenBack() {
        ask();
        grant("b1");
        sessions.end(ofSeconds(1));
        sessions.end(ofSeconds(1));
        assertThat(keeper.givenBack).isEqualTo(1);
    }

    @Test
    void withOtherCredentialsAHoldDownIsOverAndASessionStays() {
        ask();
        fail(VendorFailure.Kind.BLOCKED);
        ask().assertFailedWith(VendorFailure.class);
        sessions.credentialsChanged(ACCOUNT);
        ask();
        grant("b1");
        sessions.credentialsChanged(ACCOUNT);
        assertThat(bearer(ask().assertCompleted().getItem())).isEqualTo("b1");
        assertThat(attempts).hasSize(2);
    }

    @Test
    void aSignInWithFormerCredentialsThatFailsLateHoldsNobodyDown() {
        ask();
        UniEmitter<? super Granted> former = last();
        sessions.credentialsChanged(ACCOUNT);
        former.fail(new VendorFailure(VendorFailure.Kind.UNAUTHORIZED, "answered 401").at(VendorFailure.Stage.SIGN_IN));
        ask().assertNotTerminated();
        assertThat(attempts).hasSize(2);
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
