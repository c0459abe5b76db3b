package dev.accountconfig.api;

import java.util.regex.Pattern;

/** The methods of an address, which the framework does not tell (RFC 9110 section 15.5.6 wants them in a header). */
final class Allowed {
    private static final Pattern SIGN_IN = Pattern.compile("/api/account/[^/]+/(?:login|refresh|logout)/?");

    private Allowed() {}

    /** @param rawPath as it was sent */
    static String at(String rawPath) {
        if (Face.of(rawPath) == Face.CONFIGURATION) {
            return "GET, HEAD, OPTIONS, POST, PUT, DELETE";
        }
        return SIGN_IN.matcher(Face.decoded(rawPath)).matches() ? "POST, OPTIONS" : "GET, HEAD, OPTIONS";
    }
}
