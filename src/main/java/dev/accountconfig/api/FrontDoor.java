package dev.accountconfig.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses, before anything else looks at them, request targets that two readers could read as two different paths:
 * matrix parameters, encoded separators, dot segments, empty segments.
 */
class FrontDoor {
    /** Before every handler of Quarkus. */
    private static final int FIRST = 10_000;

    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|%3b|%2f|%5c|\\\\|%00|//|(?:^|/)(?:\\.|%2e){1,2}(?:/|$)");

    void open(@Observes Filters filters) {
        filters.register(FrontDoor::check, FIRST);
    }

    private static void check(RoutingContext context) {
        if (ambiguous(context.request().uri())) {
            refuse(context.request());
        } else {
            context.next();
        }
    }

    static boolean ambiguous(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find();
    }

    private static void refuse(HttpServerRequest request) {
        Problem problem = Problem.of(
                ProblemType.MALFORMED_TARGET, "The path holds ; or an encoded separator, or a dot or empty segment.");
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Buffer.buffer(Json.bytes(problem)));
    }
}
