package dev.accountconfig.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.Issuer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is known, by what, and for how long. */
class AccessTest {
    private final AtomicLong ticker = new AtomicLong();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final AtomicInteger unknownKeys = new AtomicInteger();
    private final Issuer issuer = new Issuer();
    private final IssuerKeys keys = new IssuerKeys();

    private Callers callers() {
        keys.renew(issuer.published());
        TokenRules rules = new TokenRules(Issuer.NAME, Issuer.AUDIENCE, Set.of("RS256", "ES256"), "sub");
        Tokens tokens = new Tokens(rules, keys, now::get, unknownKeys::incrementAndGet);
        return Callers.of(
                List.of(enrolment("bot", Optional.of("svc-bot")), enrolment("web", Optional.empty())),
                Optional.of(tokens));
    }

    private Enrolment enrolment(String name, Optional<String> subject) {
        Caller caller =
                new Caller(name, Accounts.of(Set.of("31415926")), Set.of(Verb.READ), Allowance.of(2, ticker::get));
        return new Enrolment(caller, Optional.empty(), subject);
    }

    private static String line(String caller, String key) {
        return caller + " " + Fingerprint.of(key).hex();
    }

    private static Presented bearer(String secret) {
        return new Presented(List.of("Bearer " + secret), List.of(), null);
    }

    private static Optional<String> name(Callers callers, String secret) {
        return callers.identify(bearer(secret)).map(Caller::name);
    }

    @Test
    void aKeyIsKnownByItsHashUntilItsLineIsGone() {
        Callers callers = callers();
        callers.renewKeys(List.of("# two of one", line("bot", "one"), "", line("bot", "two"), line("web", "three")));
        assertThat(name(callers, "one")).contains("bot");
        assertThat(name(callers, "two")).contains("bot");
        assertThat(name(callers, "three")).contains("web");
        assertThat(name(callers, Fingerprint.of("one").hex())).isEmpty();
        callers.renewKeys(List.of(line("bot", "two")));
        assertThat(name(callers, "one")).isEmpty();
        assertThat(name(callers, "two")).contains("bot");
        assertThat(callers.withoutAnything()).containsExactly("web");
    }

    @ParameterizedTest
    @CsvSource({
        "bot, line 3 is not a caller and the SHA-256",
        "bot 12, line 3 has no SHA-256",
        "other 0000000000000000000000000000000000000000000000000000000000000000, line 3 names no caller",
        "bot 0000000000000000000000000000000000000000000000000000000000000000, line 3 is a third key of bot",
        "web bf2cb58a68f684d95a3b78ef8f661c9a4e5b09e82cc8f9cc88cce90528caeb27, line 3 has a key that an earlier line has",
        "web e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, line 3 has the SHA-256 of nothing"
    })
    void aLineThatIsNoneIsRefusedByNumberAndWhatWasInForceStays(String line, String words) {
        Callers callers = callers();
        callers.renewKeys(List.of(line("bot", "before")));
        String first = "bot bf2cb58a68f684d95a3b78ef8f661c9a4e5b09e82cc8f9cc88cce90528caeb27";
        assertThatThrownBy(() -> callers.renewKeys(List.of(first, line("bot", "x"), line)))
                .isInstanceOf(UnfitException.class)
                .hasMessageStartingWith(words)
                .hasMessageNotContaining("bf2cb58a");
        assertThat(name(callers, "before")).contains("bot");
    }

    /** Even if the line of such a key had come in. */
    @Test
    void whoPresentsNothingUsableIsNobody() {
        Callers callers = callers();
        callers.renewKeys(List.of(line("bot", "one"), line("bot", " ")));
        List<Presented> unusable = List.of(
                bearer(""),
                bearer("   "),
                bearer("x".repeat(8_000)),
                new Presented(List.of("Basic one"), List.of(), null),
                new Presented(List.of(), List.of(""), null),
                new Presented(List.of("Bearer one"), List.of("one"), null));
        for (Presented each : unusable) {
            assertThat(Credential.of(each)).matches(Credential::isNobodys);
            assertThat(callers.identify(each)).isEmpty();
        }
        assertThat(name(callers, "one")).contains("bot");
    }

    @Test
    void aTokenIsBelievedUntilItEndsHoweverOftenItWasBelievedBefore() {
        Callers callers = callers();
        String token = issuer.lasting("svc-bot", now.get().plusSeconds(90));
        assertThat(name(callers, token)).contains("bot");
        now.updateAndGet(then -> then.plusSeconds(88));
        assertThat(name(callers, token)).contains("bot");
        now.updateAndGet(then -> then.plusSeconds(3));
        assertThat(name(callers, token)).isEmpty();
    }

    @Test
    void aTokenEndsWithTheKeyThatSignedIt() {
        Callers callers = callers();
        String token = issuer.token("svc-bot");
        String next = issuer.byNextKey("svc-bot");
        assertThat(name(callers, token)).contains("bot");
        assertThat(name(callers, next)).isEmpty();
        assertThat(unknownKeys).hasValue(1);
        keys.renew(issuer.publishedWithNext());
        assertThat(name(callers, token)).contains("bot");
        assertThat(name(callers, next)).contains("bot");
        keys.renew(issuer.publishedNextAlone());
        assertThat(name(callers, token)).isEmpty();
        assertThat(name(callers, next)).contains("bot");
    }

    @Test
    void aKeySetThatIsNoneOrShowsAPrivateKeyIsRefusedAndWhatWasInForceStays() {
        Callers callers = callers();
        List<String> several = List.of(
                "",
                "{",
                "null",
                "[]",
                "7",
                "{\"keys\":[]}",
                "{\"keys\":{}}",
                "{\"keys\":7}",
                "{\"keys\":[\"x\"]}",
                "{\"keys\":[null]}",
                "{\"keys\":[{\"kty\":7}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"n\":7,\"e\":[]}]}",
                "[".repeat(1 << 20),
                "{\"keys\":[".repeat(100_000),
                issuer.withPrivateKey());
        for (String bad : several) {
            assertThatThrownBy(() -> keys.renew(bad)).isInstanceOf(UnfitException.class);
        }
        assertThat(name(callers, issuer.token("svc-bot"))).contains("bot");
    }

    @Test
    void onlyAsymmetricAlgorithmsAreTaken() {
        assertThat(TokenRules.unfit(Set.of("RS256", "HS256", "none"))).containsExactlyInAnyOrder("HS256", "none");
    }

    @Test
    void aCallerThatAsksTooMuchWaitsAndNobodyElseDoes() {
        Callers callers = callers();
        callers.renewKeys(List.of(line("bot", "one"), line("web", "two")));
        Caller bot = callers.identify(bearer("one")).orElseThrow();
        Caller web = callers.identify(bearer("two")).orElseThrow();
        assertThat(bot.spend()).isZero();
        assertThat(bot.spend()).isZero();
        assertThat(bot.spend()).isEqualTo(Duration.ofMillis(500));
        assertThat(bot.spend()).isEqualTo(Duration.ofMillis(500));
        assertThat(web.spend()).isZero();
        ticker.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(bot.spend()).isZero();
        assertThat(bot.spend()).isPositive();
    }

    @Test
    void aSignInFollowsFromTheKeyAndEndsWithIt() {
        Callers callers = callers();
        callers.renewKeys(List.of(line("bot", "one"), line("bot", "two"), line("web", "three")));
        assertThat(callers.signIn("bot", "three")).isEmpty();
        assertThat(callers.signIn("web", "one")).isEmpty();
        Callers.SignedIn one = callers.signIn("bot", "one").orElseThrow();
        assertThat(callers.signIn("bot", "one").orElseThrow().csrf()).isEqualTo(one.csrf());
        assertThat(callers.signIn("bot", "two").orElseThrow().csrf()).isNotEqualTo(one.csrf());
        assertThat(callers.inSession(one.csrf()).map(Caller::name)).contains("bot");
        assertThat(callers.inSession("nonsense")).isEmpty();
        assertThat(name(callers, one.csrf())).isEmpty();
        callers.renewKeys(List.of(line("bot", "two")));
        assertThat(callers.inSession(one.csrf())).isEmpty();
    }

    @Test
    void wrongSignInsOfANameAreTenAtOnceAndTenAMinute() {
        Guesses guesses = new Guesses(ticker::get);
        for (int guess = 1; guess <= 10; guess++) {
            assertThat(guesses.count("bot")).as("guess " + guess).isZero();
        }
        assertThat(guesses.count("bot")).isPositive();
        assertThat(guesses.count("web")).isZero();
        ticker.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(guesses.count("bot")).isZero();
    }

    @Test
    void aNewKeyIsShownOnceAndItsLineIsInForce() {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        NewKey.print("bot", new Random(1), new PrintStream(kept), new PrintStream(seen));
        String key = seen.toString(StandardCharsets.UTF_8).strip().replaceFirst(".*: *", "");
        assertThat(key).matches("acp_[A-Za-z0-9_-]{43}");
        assertThat(kept.toString(StandardCharsets.UTF_8)).doesNotContain(key);
        Callers callers = callers();
        callers.renewKeys(kept.toString(StandardCharsets.UTF_8).lines().toList());
        assertThat(name(callers, key)).contains("bot");
        assertThat(NewKey.isName("a b")).isFalse();
    }

    @Test
    void nothingOfWhatIsPresentedIsEverShown() {
        Callers callers = callers();
        callers.renewKeys(List.of(line("bot", "planted")));
        assertThat(List.of(
                                bearer("planted"),
                                new Credential("Bearer planted", 7, 14),
                                Fingerprint.of("planted"),
                                callers.signIn("bot", "planted").orElseThrow())
                        .toString())
                .doesNotContain("planted", Fingerprint.of("planted").hex());
    }

    @Test
    void aKeyIsTheSameWhereverItStands() {
        for (String key : List.of("plain", "with a space", "Zoë", "x".repeat(256), "x".repeat(257), "ключ")) {
            assertThat(Fingerprint.of("Bearer  " + key + "\t", 8, 8 + key.length()))
                    .isEqualTo(Fingerprint.of(key));
            Callers callers = callers();
            callers.renewKeys(List.of(line("bot", key)));
            assertThat(callers.identify(bearer("  " + key + "\t"))).isPresent();
            assertThat(callers.identify(bearer(key + "x"))).isEmpty();
        }
    }
}
