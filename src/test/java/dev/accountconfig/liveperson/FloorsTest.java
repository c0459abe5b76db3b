package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.HandMovedTime;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.ItemKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FloorsTest {
    private static final AccountId ACCOUNT = new AccountId("31415926");
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final HandMovedTime time = new HandMovedTime();
    private final Floors floors = new Floors(time);

    private void raise(@Nullable String revision) {
        floors.raise(ACCOUNT, ItemKind.OCCASION, revision);
    }

    private boolean mayLag() {
        return floors.mayLag(ACCOUNT, ItemKind.OCCASION);
    }

    private boolean lags(@Nullable String revision) {
        return floors.lags(ACCOUNT, ItemKind.OCCASION, revision);
    }

    @Test
    void beforeAnyChangeNothingLags() {
        assertThat(mayLag()).isFalse();
        assertThat(lags("1")).isFalse();
        assertThat(lags(null)).isFalse();
    }

    @Test
    void forAMinuteTheReadOnlyHostIsNotEvenAsked() {
        raise("1205");
        time.pass(GRACE.minusNanos(1));
        assertThat(mayLag()).isTrue();
        time.pass(Duration.ofNanos(1));
        assertThat(mayLag()).isFalse();
    }

    @Test
    void afterThatItIsBelievedFromTheRevisionOfTheChangeOn() {
        raise("1205");
        time.pass(GRACE);
        assertThat(lags("1204")).isTrue();
        assertThat(lags("1205")).isFalse();
        assertThat(lags("1206")).isFalse();
    }

    @Test
    void thatItWasReachedOnceDoesNotProveThatEveryReadOnlyHostHas() {
        raise("1205");
        time.pass(GRACE);
        assertThat(lags("1205")).isFalse();
        assertThat(lags("1204")).isTrue();
    }

    @Test
    void aRevisionThatIsNeverReachedIsForgottenAfterTenMinutes() {
        raise("1205");
        time.pass(FORGOTTEN.minusNanos(1));
        assertThat(lags("7")).isTrue();
        time.pass(Duration.ofNanos(1));
        assertThat(lags("7")).isFalse();
    }

    @Test
    void anAnswerWithoutARevisionProvesNothing() {
        raise("1205");
        time.pass(GRACE);
        assertThat(lags(null)).isTrue();
    }

    @Test
    void aChangeWithoutARevisionIsHeldHighForTheMinuteOnly() {
        raise(null);
        assertThat(mayLag()).isTrue();
        time.pass(GRACE);
        assertThat(mayLag()).isFalse();
        assertThat(lags("1")).isFalse();
    }

    @Test
    void aChangeThatNobodyKnowsDoesNotMakeTheOneBeforeUnseen() {
        raise("1205");
        raise(null);
        time.pass(GRACE);
        assertThat(lags("1204")).isTrue();
    }

    @Test
    void aLowerRevisionDoesNotLowerTheFloorAndStartsTheMinuteAnew() {
        raise("1205");
        time.pass(GRACE);
        raise("1203");
        assertThat(mayLag()).isTrue();
        assertThat(lags("1204")).isTrue();
    }

    @Test
    void whatTheWrittenToHostWasSeenAtIsAFloorWithoutAMinute() {
        floors.saw(ACCOUNT, ItemKind.OCCASION, "1205");
        assertThat(mayLag()).isFalse();
        assertThat(lags("1204")).isTrue();
        assertThat(lags("1205")).isFalse();
    }

    @Test
    void seeingItAgainDoesNotProlongAnything() {
        raise("1205");
        time.pass(GRACE.minusNanos(1));
        floors.saw(ACCOUNT, ItemKind.OCCASION, "1206");
        time.pass(Duration.ofNanos(1));
        assertThat(mayLag()).isFalse();
        assertThat(lags("1205")).isTrue();
        time.pass(FORGOTTEN);
        assertThat(lags("1205")).isFalse();
    }

    @Test
    void whatIsSeenAfterAFloorWasForgottenIsAFloorAgain() {
        raise("9");
        time.pass(FORGOTTEN);
        floors.saw(ACCOUNT, ItemKind.OCCASION, "3");
        assertThat(lags("2")).isTrue();
        assertThat(lags("3")).isFalse();
    }

    @Test
    void revisionsCountBeyondALongAndWithLeadingZeros() {
        raise("9999999999999999999");
        time.pass(GRACE);
        assertThat(lags("9999999999999999998")).isTrue();
        assertThat(lags("9999999999999999999")).isFalse();
        raise("00012");
        assertThat(lags("11")).isTrue();
    }

    @Test
    void collectionsAndAccountsHaveTheirOwn() {
        raise("1205");
        assertThat(floors.mayLag(ACCOUNT, ItemKind.WORKDAYS)).isFalse();
        assertThat(floors.lags(new AccountId("27182818"), ItemKind.OCCASION, "1"))
                .isFalse();
    }
}
