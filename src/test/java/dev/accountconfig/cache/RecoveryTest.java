package dev.accountconfig.cache;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Caches of one origin: one that hears from it again lets the others ask. */
class RecoveryTest {
    private static final Lifetime LIFETIME = new Lifetime(ofSeconds(60), ofMinutes(10), ofDays(7), ofSeconds(30));
    private static final Duration PAUSE = ofMinutes(8);

    private final HandMovedTime time = new HandMovedTime();
    private final Recovery<String> recovery = new Recovery<>();
    private final ScriptedOrigin early = new ScriptedOrigin();
    private final ScriptedOrigin late = new ScriptedOrigin();
    private final StaleCache<String, String> first = cache(early);
    private final StaleCache<String, String> second = cache(late);

    private StaleCache<String, String> cache(ScriptedOrigin origin) {
        StaleCache<String, String> cache = new StaleCache<>(
                origin,
                new Policy(LIFETIME, ofSeconds(2), ofSeconds(30), Pauses.of(PAUSE), 100),
                new Surroundings(time, time.timer(), () -> 0, () -> Runnable::run),
                recovery.listener(),
                LastKnownGood.none());
        recovery.include(cache);
        return cache;
    }

    private void bothFail(OriginFailure failure) {
        Reading.of(first.get("a"));
        early.last().fail(failure);
        time.pass(ofMinutes(1));
        Reading.of(second.get("a"));
        late.last().fail(failure);
    }

    private void firstIsBack() {
        time.pass(PAUSE.minus(ofMinutes(1)));
        Reading.of(first.get("a"));
        early.last().find("value", "1");
        Reading.of(second.get("a"));
    }

    @Test
    void aKeyThatIsHeldDownNeedNotWaitOnceTheOriginIsHeardOfAgain() {
        bothFail(OriginFailure.unavailable("answered 500"));
        firstIsBack();
        assertThat(late.asked()).isEqualTo(2);
    }

    @Test
    void aRefusalIsARefusalWhoeverElseIsAnswered() {
        bothFail(new OriginFailure(OriginFailure.Reason.REFUSED, "answered 403", Duration.ZERO));
        firstIsBack();
        assertThat(late.asked()).isEqualTo(1);
    }

    @Test
    void anOriginThatWasNeverAwayReleasesNobody() {
        Reading.of(first.get("a"));
        early.last().find("value", "1");
        Reading.of(second.get("a"));
        late.last().fail(OriginFailure.unavailable("answered 500"));
        time.pass(ofMinutes(2));
        Reading.of(first.get("a"));
        early.last().find("value", "1");
        Reading.of(second.get("a"));
        assertThat(late.asked()).isEqualTo(1);
    }
}
