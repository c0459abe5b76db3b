package dev.accountconfig.api;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be done at an address (RFC 9110 section 10.2.1). */
enum Methods {
    COLLECTION("GET, HEAD, OPTIONS, POST", "/v1/accounts/[^/]+/(?:occasions|workdays)/?"),
    ITEM("GET, HEAD, OPTIONS, PUT, DELETE", "/v1/accounts/[^/]+/(?:occasions|workdays)/[^/]+/?"),
    /** Whatever LivePerson makes of them. */
    PASSED_ON("GET, HEAD, OPTIONS, POST, PUT, DELETE", "/api/account/[^/]+/configuration(?:/.*)?"),
    SIGN_IN("POST, OPTIONS", "/api/account/[^/]+/(?:login|refresh|logout)/?"),
    READ_ONLY("GET, HEAD, OPTIONS", ".*");

    private final String allow;
    private final Pattern path;

    Methods(String allow, String path) {
        this.allow = allow;
        this.path = Pattern.compile(path, Pattern.DOTALL);
    }

    /** @param rawPath as it was sent */
    static Methods at(String rawPath) {
        String path = Face.decoded(rawPath);
        return Stream.of(values())
                .filter(methods -> methods.path.matcher(path).matches())
                .findFirst()
                .orElse(READ_ONLY);
    }

    /** As the header lists them. */
    String allow() {
        return allow;
    }

    String words() {
        return "What can be done here: " + allow + ".";
    }
}
