package dev.accountconfig.access;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tokens are believed (RFC 8725).
 *
 * @param algorithms of signatures, all of them asymmetric: with a shared secret whoever verifies could also sign
 * @param claim the one that names the caller
 */
public record TokenRules(String issuer, String audience, Set<String> algorithms, String claim) {
    private static final Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    public TokenRules {
        algorithms = Set.copyOf(algorithms);
    }

    /** @return those that are none, or are not asymmetric */
    public static Set<String> unfit(Set<String> algorithms) {
        return algorithms.stream().filter(each -> !ASYMMETRIC.contains(each)).collect(Collectors.toUnmodifiableSet());
    }
}
