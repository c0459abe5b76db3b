package dev.accountconfig.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** To whom an address belongs, and hence in which words its errors are told (contract 8.5). */
enum Face {
    /** Our own API, and whatever is nobody's. */
    OWN(""),
    /** LivePerson's accountConfig. */
    CONFIGURATION("/+api/+account/+[^/]+/+configuration(?:/.*)?"),
    /** LivePerson's other services, the former address of its Domain API among them. */
    SERVICES("/+(?:api|csdr)(?:/.*)?");

    private final Pattern path;

    Face(String path) {
        this.path = Pattern.compile(path, Pattern.DOTALL);
    }

    /** @param rawPath as it was sent, however malformed */
    static Face of(String rawPath) {
        String path = decoded(rawPath);
        if (CONFIGURATION.path.matcher(path).matches()) {
            return CONFIGURATION;
        }
        return SERVICES.path.matcher(path).matches() ? SERVICES : OWN;
    }

    static String decoded(String rawPath) {
        if (rawPath.indexOf('%') < 0) {
            return rawPath;
        }
        try {
            return URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return rawPath;
        }
    }
}
