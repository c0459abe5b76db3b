package dev.accountconfig.access;

import org.jspecify.annotations.Nullable;

/**
 * The one secret among what was presented: a bearer (RFC 6750) or a key in the header of that name. Where it stands in what was
 * said: it is looked at on every request, and a copy is made only for whom its hash is not enough.
 */
record Credential(String said, int from, int to) {
    private static final String BEARER = "Bearer ";

    private static final Credential NONSENSE = new Credential("", 0, 0);

    /** Longer is no key and no token; and would cost its hash. */
    private static final int LONGEST = 7_000;

    /** @return null where nothing was said; two secrets, or a scheme that is none of ours, are nobody's */
    static @Nullable Credential of(Presented presented) {
        int said = presented.authorization().size() + presented.apiKey().size();
        if (said == 0) {
            return null;
        }
        if (said > 1) {
            return NONSENSE;
        }
        return presented.apiKey().isEmpty()
                ? bearer(presented.authorization().get(0))
                : stripped(presented.apiKey().get(0), 0);
    }

    private static Credential bearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? stripped(header, BEARER.length()) : NONSENSE;
    }

    private static Credential stripped(String said, int begin) {
        int from = begin;
        int to = said.length();
        while (from < to && Character.isWhitespace(said.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(said.charAt(to - 1))) {
            to--;
        }
        return said.length() - begin > LONGEST ? NONSENSE : new Credential(said, from, to);
    }

    /** There is nothing that a key could be equal to. */
    boolean isNobodys() {
        return from == to;
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(said, from, to);
    }

    String secret() {
        return said.substring(from, to);
    }

    @Override
    public String toString() {
        return "Credential[...]";
    }
}
