package dev.accountconfig.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Ends an answer that nobody may keep, where JAX-RS has no part. */
final class Unstored {
    private Unstored() {}

    static void end(HttpServerResponse response, int status, String mediaType, Buffer body) {
        Future<Void> unused = response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }
}
