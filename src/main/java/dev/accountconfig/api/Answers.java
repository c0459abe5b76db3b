package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Puts a rendered value and its caching headers into a response; 304 where the caller has it already. */
final class Answers {
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

    private Answers() {}

    static RestResponse<byte[]> of(Served<?> served, Object view, HttpHeaders request) {
        Rendered rendered = Rendered.json(view);
        List<String> known = request.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        ResponseBuilder<byte[]> response = EntityTags.match(known, rendered.etag())
                ? ResponseBuilder.<byte[]>notModified()
                : ResponseBuilder.ok(rendered.body()).type(JSON);
        CacheHeaders caching = CacheHeaders.of(served);
        return response.header(HttpHeaders.ETAG, rendered.etag())
                .header(HttpHeaders.CACHE_CONTROL, caching.cacheControl())
                .header("Age", caching.age())
                .header("Cache-Status", caching.cacheStatus())
                .build();
    }
}
