package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Puts a rendered value and its caching headers into a response; 304 where the caller has it already. */
final class Answers {
    /** The vendor's name for the version of what it answers (contract 8.1). */
    static final String REVISION = "ac-revision";

    private Answers() {}

    static RestResponse<byte[]> of(Served<?> served, Object view, HttpHeaders request) {
        return of(CacheHeaders.of(served), Rendered.json(view), request);
    }

    /** @param valid how long the answer is right, however long what it was made of is believed */
    static RestResponse<byte[]> of(Served<?> served, Rendered rendered, Duration valid, HttpHeaders request) {
        return of(CacheHeaders.of(served, valid), rendered, request);
    }

    /**
     * Like the vendor besides: with the revision, and 304 where {@code If-Match} names it. On a read that header means what
     * HTTP calls {@code If-None-Match} (contract 8.1).
     */
    static RestResponse<byte[]> asTheVendor(Served<?> served, Rendered rendered, HttpHeaders request) {
        String revision = served.revision();
        if (revision == null) {
            return of(CacheHeaders.of(served), rendered, request);
        }
        boolean known = hasTag(rendered, request)
                || request.getRequestHeader(HttpHeaders.IF_MATCH).stream().anyMatch(revision::equals);
        return response(CacheHeaders.of(served), rendered, known)
                .header(REVISION, revision)
                .build();
    }

    /** What is known here and nowhere else: right now, and perhaps not later. */
    static RestResponse<byte[]> asOfNow(Object view, HttpHeaders request) {
        Rendered rendered = Rendered.json(view);
        return body(rendered, hasTag(rendered, request))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /** The outcome of a change, and its tag: the condition of the next one. */
    static ResponseBuilder<byte[]> written(int status, Effect effect) {
        Rendered after = Objects.requireNonNull(effect.after());
        return ResponseBuilder.<byte[]>create(status)
                .entity(after.body())
                .type(after.type())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.ETAG, after.etag());
    }

    private static RestResponse<byte[]> of(CacheHeaders caching, Rendered rendered, HttpHeaders request) {
        return response(caching, rendered, hasTag(rendered, request)).build();
    }

    private static boolean hasTag(Rendered rendered, HttpHeaders request) {
        return EntityTags.match(request.getRequestHeader(HttpHeaders.IF_NONE_MATCH), rendered.etag());
    }

    private static ResponseBuilder<byte[]> response(CacheHeaders caching, Rendered rendered, boolean known) {
        return body(rendered, known)
                .header(HttpHeaders.CACHE_CONTROL, caching.cacheControl())
                .header("Age", caching.age())
                .header("Cache-Status", caching.cacheStatus());
    }

    private static ResponseBuilder<byte[]> body(Rendered rendered, boolean known) {
        ResponseBuilder<byte[]> response = known
                ? ResponseBuilder.<byte[]>notModified()
                : ResponseBuilder.ok(rendered.body()).type(rendered.type());
        return response.header(HttpHeaders.ETAG, rendered.etag());
    }
}
