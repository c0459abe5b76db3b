package dev.accountconfig.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who signs with an API key, and whether the signature holds (contract, section 6.1). Refusals are form-encoded, not JSON.
 * Nonces are not remembered.
 */
final class ApiKeys {

    /** Seconds: a time stamp in milliseconds is a known mistake. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{10}");

    private final Map<ApiKey, Privilege> keys = new HashMap<>();

    ApiKeys() {
        restore();
    }

    synchronized void add(ApiKey key, Privilege privilege) {
        keys.put(key, privilege);
    }

    synchronized void restore() {
        keys.clear();
        add(ApiKey.DEFAULT, Privilege.EVERYTHING);
    }

    /** @throws Refusal 401 where the key is unknown or has not signed this request */
    synchronized Privilege privilege(Received request) {
        var signed = OAuthSignature.of(request);
        var key = keys.keySet().stream()
                .filter(candidate -> candidate.appKey().equals(signed.parameter("oauth_consumer_key")))
                .filter(candidate -> candidate.accessToken().equals(signed.parameter("oauth_token")))
                .findFirst()
                .orElseThrow(
                        () -> refusal("token_rejected", "the oauth_token is unacceptable to the Service Provider"));
        if (!SECONDS.matcher(signed.parameter("oauth_timestamp")).matches()) {
            throw refusal("timestamp_refused", "the oauth_timestamp is not in seconds");
        }
        if (!signed.isBy(key)) {
            throw refusal("signature_invalid", "the oauth_signature is invalid");
        }
        return keys.getOrDefault(key, Privilege.NOTHING);
    }

    private static Refusal refusal(String problem, String advice) {
        return new Refusal(Answer.text(
                401,
                "application/x-www-form-urlencoded",
                "oauth_problem=" + problem + "&oauth_problem_advice=" + advice));
    }
}
