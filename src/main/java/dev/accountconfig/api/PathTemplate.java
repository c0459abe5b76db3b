package dev.accountconfig.api;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import org.jspecify.annotations.Nullable;

/** What Quarkus' metrics call the path of a request. */
final class PathTemplate {
    /** Under which they look for it, in the context of the request. */
    private static final String NAME = "UrlPathTemplate";

    private PathTemplate() {}

    /** @return null where no resource has seen the request */
    static @Nullable String of(HttpServerRequest request) {
        return context(request).getLocal(NAME);
    }

    /** For a request that no resource sees: every address that somebody makes up would be a series of its own. */
    static void set(HttpServerRequest request, String template) {
        context(request).putLocal(NAME, template);
    }

    private static Context context(HttpServerRequest request) {
        return ((HttpServerRequestInternal) request).context();
    }
}
