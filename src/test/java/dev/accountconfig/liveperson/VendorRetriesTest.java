package dev.accountconfig.liveperson;

import static dev.accountconfig.liveperson.VendorRetries.OF_LOOK_UPS;
import static dev.accountconfig.liveperson.VendorRetries.OF_QUESTIONS;
import static dev.accountconfig.liveperson.VendorRetries.OF_SIGN_INS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.liveperson.VendorFailure.Kind;
import dev.accountconfig.liveperson.VendorFailure.Stage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of the vendor's retry policy (contract 7), row by row, in seconds. */
class VendorRetriesTest {
    private static List<Long> pauses(VendorRetries schedule, Throwable failure) {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(failures -> schedule.pause(failures, failure, () -> 0).toSeconds())
                .toList();
    }

    private static VendorFailure failure(Kind kind, Stage stage) {
        return new VendorFailure(kind, "failed").at(stage);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "BROKEN", "TIMED_OUT", "THROTTLED", "FAILING", "GARBLED", "UNEXPECTED"})
    void aVendorInTroubleIsAskedAfter5And10And15SecondsThenAfter2And4And8Minutes(Kind kind) {
        Long[] policy = {5L, 10L, 15L, 120L, 240L, 480L, 480L};
        assertThat(pauses(OF_QUESTIONS, failure(kind, Stage.QUESTION))).containsExactly(policy);
        assertThat(pauses(OF_SIGN_INS, failure(kind, Stage.SIGN_IN))).containsExactly(policy);
        assertThat(pauses(OF_LOOK_UPS, failure(kind, Stage.LOOK_UP))).containsExactly(policy);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "FORBIDDEN", "REJECTED"})
    void whatIsWrongIsNotRetriedButLookedAtAgain(Kind kind) {
        assertThat(pauses(OF_QUESTIONS, failure(kind, Stage.QUESTION))).containsOnly(300L);
        assertThat(pauses(OF_LOOK_UPS, failure(kind, Stage.LOOK_UP))).containsOnly(300L);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "FORBIDDEN", "REJECTED"})
    void aRefusedSignInIsTriedThreeTimesAndThenHeldForFiveMinutes(Kind kind) {
        assertThat(pauses(OF_SIGN_INS, failure(kind, Stage.SIGN_IN)))
                .containsExactly(5L, 10L, 300L, 300L, 300L, 300L, 300L);
    }

    @Test
    void aBlockedUserIsNotTriedAgain() {
        assertThat(pauses(OF_SIGN_INS, failure(Kind.BLOCKED, Stage.SIGN_IN)))
                .allSatisfy(pause -> assertThat(Duration.ofSeconds(pause)).isGreaterThan(Duration.ofDays(365)));
    }

    @Test
    void aKeyThatWasHeldBackByOthersLooksAgainEveryFiveSecondsAtNoCostToTheVendor() {
        assertThat(pauses(OF_QUESTIONS, failure(Kind.UNAUTHORIZED, Stage.SIGN_IN)))
                .containsOnly(5L);
        assertThat(pauses(OF_QUESTIONS, failure(Kind.FAILING, Stage.LOOK_UP))).containsOnly(5L);
        assertThat(pauses(OF_SIGN_INS, failure(Kind.FAILING, Stage.LOOK_UP))).containsOnly(5L);
        assertThat(pauses(OF_QUESTIONS, failure(Kind.BREAKER_OPEN, Stage.QUESTION)))
                .containsOnly(5L);
        assertThat(pauses(OF_QUESTIONS, failure(Kind.HELD_BACK, Stage.QUESTION)))
                .containsOnly(5L);
    }

    @Test
    void whatTheVendorAsksForCountsWhereItIsLonger() {
        VendorFailure patient = new VendorFailure(Kind.THROTTLED, "answered 429", Duration.ofSeconds(40));
        assertThat(pauses(OF_QUESTIONS, patient)).containsExactly(40L, 40L, 40L, 120L, 240L, 480L, 480L);
    }

    @Test
    void aBugOfOursIsAsMuchTroubleAsTheVendors() {
        assertThat(pauses(OF_QUESTIONS, new IllegalStateException())).startsWith(5L, 10L, 15L);
        assertThat(pauses(OF_QUESTIONS, OriginFailure.unavailable("gave no answer")))
                .startsWith(5L, 10L, 15L);
    }

    @Test
    void aPauseIsNeverShorterThanThePolicyAndAtMostATenthLonger() {
        VendorFailure failing = failure(Kind.FAILING, Stage.QUESTION);
        assertThat(OF_QUESTIONS.pause(1, failing, () -> 1)).isEqualTo(Duration.ofMillis(5500));
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, OCCASIONS, 0, 1",
        "THROTTLED, LOGIN, 0, 5",
        "THROTTLED, LOGIN, 7, 7",
        "THROTTLED, OCCASIONS, 3, 3",
        "FAILING, OCCASIONS, 0, 0",
        "FAILING, OCCASIONS, 30, 30"
    })
    void aWholeServiceIsLeftAloneForAsLongAsItSaid(Kind kind, Purpose purpose, long asked, long respite) {
        VendorFailure failure = new VendorFailure(kind, "failed", Duration.ofSeconds(asked));
        assertThat(VendorRetries.respite(failure, purpose)).isEqualTo(Duration.ofSeconds(respite));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsSoonOverIsTriedAgainWhileAReaderWaits(Kind kind) {
        boolean soonOver =
                EnumSet.of(Kind.UNREACHABLE, Kind.BROKEN, Kind.FAILING).contains(kind);
        assertThat(VendorRetries.early(new VendorFailure(kind, "failed"))).isEqualTo(soonOver);
    }
}
