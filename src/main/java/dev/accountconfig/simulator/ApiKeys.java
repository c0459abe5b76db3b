package dev.accountconfig.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who signs with an API key, and whether the signature holds (contract, section 6.1). Refusals are form-encoded, not JSON.
 * What the contract leaves open is a {@link Quirk}: by default a time stamp must be near the vendor's own clock, and a nonce
 * comes once.
 */
final class ApiKeys {

    /** Seconds: a time stamp in milliseconds is a known mistake. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{10}");

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Habits habits;
    private final Map<ApiKey, Privilege> keys = new HashMap<>();
    private final Map<String, Instant> nonces = new HashMap<>();

    ApiKeys(InstantSource clock, Habits habits) {
        this.clock = clock;
        this.habits = habits;
        restore();
    }

    synchronized void remove(ApiKey key) {
        keys.remove(key);
    }

    synchronized void add(ApiKey key, Privilege privilege) {
        keys.put(key, privilege);
    }

    synchronized void restore() {
        keys.clear();
        nonces.clear();
        add(ApiKey.DEFAULT, Privilege.EVERYTHING);
    }

    /** @throws Refusal 401 where the key is unknown or has not signed this request */
    synchronized Privilege privilege(Received request) {
        var signed = OAuthSignature.of(request);
        var named = keys.keySet().stream()
                .filter(candidate -> candidate.appKey().equals(signed.parameter("oauth_consumer_key")))
                .filter(candidate -> candidate.accessToken().equals(signed.parameter("oauth_token")))
                .toList();
        if (named.isEmpty()) {
            throw refusal("token_rejected", "the oauth_token is unacceptable to the Service Provider");
        }
        if (!SECONDS.matcher(signed.parameter("oauth_timestamp")).matches()) {
            throw refusal("timestamp_refused", "the oauth_timestamp is not in seconds");
        }
        refuseOldAndFuture(Instant.ofEpochSecond(Long.parseLong(signed.parameter("oauth_timestamp"))));
        var key = named.stream()
                .filter(signed::isBy)
                .findFirst()
                .orElseThrow(() -> refusal("signature_invalid", "the oauth_signature is invalid"));
        refuseRepeated(key.accessToken() + " " + signed.parameter("oauth_nonce"));
        return keys.getOrDefault(key, Privilege.NOTHING);
    }

    private void refuseOldAndFuture(Instant stamp) {
        var distance = Duration.between(stamp, clock.instant()).abs();
        if (distance.compareTo(WINDOW) > 0 && !habits.has(Quirk.TIMESTAMPS_UNCHECKED)) {
            throw refusal("timestamp_refused", "the oauth_timestamp is too far from the present");
        }
    }

    /** A nonce is remembered for as long as its time stamp would be let pass. */
    private void refuseRepeated(String nonce) {
        var now = clock.instant();
        nonces.values().removeIf(seen -> seen.plus(WINDOW.multipliedBy(2)).isBefore(now));
        if (nonces.putIfAbsent(nonce, now) != null && !habits.has(Quirk.NONCES_UNCHECKED)) {
            throw refusal("nonce_used", "the oauth_nonce was used before");
        }
    }

    private static Refusal refusal(String problem, String advice) {
        return new Refusal(Answer.text(
                401,
                "application/x-www-form-urlencoded",
                "oauth_problem=" + problem + "&oauth_problem_advice=" + advice));
    }
}
