package dev.accountconfig.api;

import dev.accountconfig.access.Presented;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** What the headers of a request say of its sender, and what is asked for where that is nobody. */
final class Introduction {
    private static final AsciiString API_KEY = AsciiString.cached("X-API-Key");
    private static final CharSequence WWW_AUTHENTICATE = HttpHeaders.createOptimized("WWW-Authenticate");
    private static final String REALM = "Bearer realm=\"accountconfig-proxy\"";

    private Introduction() {}

    static Presented of(MultiMap headers) {
        return new Presented(said(HttpHeaderNames.AUTHORIZATION, headers), said(API_KEY, headers), null);
    }

    private static List<String> said(AsciiString name, MultiMap headers) {
        String first = headers.get(name);
        if (first == null) {
            return List.of();
        }
        // Those of HTTP/1 are both, and to look at all of them costs less than the list of one.
        return headers instanceof io.netty.handler.codec.http.HttpHeaders all && !HeadRules.isSaidTwice(name, all)
                ? List.of(first)
                : headers.getAll(name);
    }

    /** RFC 6750 section 3: the error is told to who presented something. */
    static void challenge(HttpServerResponse response, Presented presented) {
        response.putHeader(WWW_AUTHENTICATE, presented.isNothing() ? REALM : REALM + ", error=\"invalid_token\"");
    }
}
