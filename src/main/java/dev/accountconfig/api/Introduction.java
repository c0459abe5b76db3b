package dev.accountconfig.api;

import dev.accountconfig.access.Presented;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** What the headers of a request say of its sender, and what is asked for where that is nobody. */
final class Introduction {
    private static final CharSequence API_KEY = HttpHeaders.createOptimized("X-API-Key");
    private static final CharSequence WWW_AUTHENTICATE = HttpHeaders.createOptimized("WWW-Authenticate");
    private static final String REALM = "Bearer realm=\"accountconfig-proxy\"";

    private Introduction() {}

    static Presented of(MultiMap headers) {
        return new Presented(said(HttpHeaders.AUTHORIZATION, headers), said(API_KEY, headers), null);
    }

    private static List<String> said(CharSequence name, MultiMap headers) {
        return headers.contains(name) ? headers.getAll(name) : List.of();
    }

    /** RFC 6750 section 3: the error is told to who presented something. */
    static void challenge(HttpServerResponse response, Presented presented) {
        response.putHeader(WWW_AUTHENTICATE, presented.isNothing() ? REALM : REALM + ", error=\"invalid_token\"");
    }
}
