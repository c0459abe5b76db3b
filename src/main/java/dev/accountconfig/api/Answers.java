package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Puts a rendered value and its caching headers into a response; 304 where the caller has it already. */
final class Answers {
    private Answers() {}

    static RestResponse<byte[]> of(Served<?> served, Object view, HttpHeaders request) {
        return of(CacheHeaders.of(served), Rendered.json(view), request);
    }

    /** @param valid how long the answer is right, however long what it was made of is believed */
    static RestResponse<byte[]> of(Served<?> served, Rendered rendered, Duration valid, HttpHeaders request) {
        return of(CacheHeaders.of(served, valid), rendered, request);
    }

    private static RestResponse<byte[]> of(CacheHeaders caching, Rendered rendered, HttpHeaders request) {
        List<String> known = request.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        ResponseBuilder<byte[]> response = EntityTags.match(known, rendered.etag())
                ? ResponseBuilder.<byte[]>notModified()
                : ResponseBuilder.ok(rendered.body()).type(rendered.type());
        return response.header(HttpHeaders.ETAG, rendered.etag())
                .header(HttpHeaders.CACHE_CONTROL, caching.cacheControl())
                .header("Age", caching.age())
                .header("Cache-Status", caching.cacheStatus())
                .build();
    }
}
