package dev.accountconfig.access;

import java.util.Optional;

/**
 * The one secret among what was presented: a bearer (RFC 6750) or a key in the header of that name.
 *
 * @param secret empty where it is nobody's, so that there is nothing a key could be equal to
 */
record Credential(Optional<String> secret) {
    private static final String BEARER = "Bearer ";

    private static final Credential NONSENSE = new Credential(Optional.empty());

    /** Longer is no key and no token; and would cost its hash. */
    private static final int LONGEST = 7_000;

    /** @return empty where nothing was said; two secrets, or a scheme that is none of ours, are nobody's */
    static Optional<Credential> of(Presented presented) {
        int said = presented.authorization().size() + presented.apiKey().size();
        if (said == 0) {
            return Optional.empty();
        }
        if (said > 1) {
            return Optional.of(NONSENSE);
        }
        return Optional.of(
                presented.apiKey().isEmpty()
                        ? bearer(presented.authorization().get(0))
                        : bounded(presented.apiKey().get(0)));
    }

    private static Credential bearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? bounded(header.substring(BEARER.length()))
                : NONSENSE;
    }

    private static Credential bounded(String secret) {
        return secret.length() > LONGEST || secret.isBlank() ? NONSENSE : new Credential(Optional.of(secret.strip()));
    }

    @Override
    public String toString() {
        return "Credential[...]";
    }
}
