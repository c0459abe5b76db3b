package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.ChangeFailure.Certainty;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.liveperson.VendorFailure.Kind;
import dev.accountconfig.liveperson.VendorFailure.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each failure says about the change, by where it happened. */
class ChangeVerdictTest {
    private static Certainty of(Kind kind, Stage stage) {
        return ChangeVerdict.on(new VendorFailure(kind, "said so").at(stage)).certainty();
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE,  NOT_MADE",
        "THROTTLED,    NOT_MADE",
        "BREAKER_OPEN, NOT_MADE",
        "HELD_BACK,    NOT_MADE",
        "UNAUTHORIZED, REFUSED",
        "FORBIDDEN,    REFUSED",
        "BLOCKED,      REFUSED",
        "REJECTED,     UNFIT",
        "CONFLICT,     CONFLICTS",
        "BROKEN,       UNKNOWN",
        "TIMED_OUT,    UNKNOWN",
        "FAILING,      UNKNOWN",
        "GARBLED,      UNKNOWN",
        "UNEXPECTED,   UNKNOWN"
    })
    void whenItWasSentOnlyAPlainWordOfTheVendorSettlesIt(Kind kind, Certainty certainty) {
        assertThat(of(kind, Stage.QUESTION)).isEqualTo(certainty);
    }

    @ParameterizedTest
    @EnumSource
    void whenTheWayThereFailedItWasCertainlyNotMade(Kind kind) {
        Certainty expected = List.of(Kind.UNAUTHORIZED, Kind.FORBIDDEN, Kind.BLOCKED, Kind.CONFLICT, Kind.REJECTED)
                        .contains(kind)
                ? Certainty.REFUSED
                : Certainty.NOT_MADE;
        assertThat(of(kind, Stage.LOOK_UP)).isEqualTo(expected);
        assertThat(of(kind, Stage.SIGN_IN)).isEqualTo(expected);
    }

    @Test
    void whatIsNoAnswerOfTheVendorsCameBeforeItWasSent() {
        assertThat(ChangeVerdict.on(OriginFailure.unavailable("gave up")).certainty())
                .isEqualTo(Certainty.NOT_MADE);
        assertThat(ChangeFailure.notSent(new OriginFailure(OriginFailure.Reason.REFUSED, "no", Duration.ZERO))
                        .certainty())
                .isEqualTo(Certainty.REFUSED);
    }

    @Test
    void theWordsAndThePauseAreHandedOn() {
        ChangeFailure failure =
                ChangeVerdict.on(new VendorFailure(Kind.THROTTLED, "answered 429", Duration.ofSeconds(7)));
        assertThat(failure).hasMessage("answered 429");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }
}
