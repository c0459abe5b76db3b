package dev.accountconfig.simulator;

/** The four values of an API key, OAuth 1.0a (contract, section 6.1); it is good for every account. */
public record ApiKey(String appKey, String secret, String accessToken, String accessTokenSecret) {

    /** The key that the simulator always knows. */
    public static final ApiKey DEFAULT = new ApiKey(
            "simulated-app-key", "simulated-secret", "simulated-access-token", "simulated-access-token-secret");
}
