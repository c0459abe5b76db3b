package dev.accountconfig.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before anything else looks at them, request targets that two readers could read as two different paths:
 * matrix parameters, encoded separators, dot segments, empty segments. Says the time on every answer.
 */
@Singleton
class FrontDoor {
    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|%3b|%2f|%5c|\\\\|%00|//|(?:^|/)(?:\\.|%2e){1,2}(?:/|$)", Pattern.CASE_INSENSITIVE);

    /** "http://host" before the path, as a client sends it to a proxy; servers must accept it (RFC 9112 section 3.2.2). */
    private static final Pattern ABSOLUTE = Pattern.compile("^https?://[^/?]*", Pattern.CASE_INSENSITIVE);

    private static final Problem TWO_READINGS = Problem.of(
            ProblemType.MALFORMED_TARGET, "The path holds ; or an encoded separator, or a dot or empty segment.");
    private static final Problem NO_HOST =
            Problem.of(ProblemType.REQUEST_REFUSED, "The Host header must be a host, or a host and a port.");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    /** As quarkus.http.limits.max-body-size has it. */
    private static final long LONGEST_BODY = 64 << 10;

    static final Problem TOO_LARGE = Problem.of(ProblemType.BODY_TOO_LARGE, "A body has at most 64 KB.");

    private static final Problem NO_LENGTH =
            Problem.of(ProblemType.LENGTH_REQUIRED, "Send the body with a Content-Length, and not in chunks.");

    private final InstantSource clock;
    private final HttpDate date;

    FrontDoor(InstantSource clock) {
        this.clock = clock;
        this.date = new HttpDate(clock);
    }

    void open(@Observes Filters filters) {
        filters.register(this::check, FrontOrder.SHAPE);
    }

    /** What the router refuses by itself, before any filter, would else be logged as an error and answered in its own words. */
    void mind(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        if (context.failure() instanceof VertxException && context.statusCode() == NO_HOST.status()) {
            context.response().putHeader(HttpHeaders.DATE, date.now());
            refuse(context.request(), NO_HOST);
        } else {
            context.next();
        }
    }

    /** A body of unsaid length would be read on the worker pool, and a slow one would stop all who need it. */
    void check(RoutingContext context) {
        context.addHeadersEndHandler(sent -> complete(context.request()));
        if (ambiguous(context.request().uri())) {
            refuse(context.request(), TWO_READINGS);
        } else if (context.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            refuse(context.request(), NO_LENGTH);
        } else if (tooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            refuse(context.request(), TOO_LARGE);
        } else {
            context.next();
        }
    }

    /** What the framework says of OPTIONS is of a whole resource class, not of the address. */
    private void complete(HttpServerRequest request) {
        MultiMap headers = request.response().headers().add(HttpHeaders.DATE, date.now());
        if (HttpMethod.OPTIONS.equals(request.method()) && headers.contains(HttpHeaders.ALLOW)) {
            headers.set(HttpHeaders.ALLOW, Methods.at(path(request.uri())).allow());
        }
    }

    /** Beside the framework's own limit, which has no words; a length that is none is for the framework to refuse. */
    private static boolean tooLarge(@Nullable String length) {
        return length != null && DIGITS.matcher(length).matches() && Long.parseLong(length) > LONGEST_BODY;
    }

    static boolean ambiguous(String target) {
        return deservesALook(target) && AMBIGUOUS.matcher(path(target)).find();
    }

    /** Nearly no path does; to find that out with a pattern costs more than all the rest of a read from memory. */
    private static boolean deservesALook(String target) {
        char before = ' ';
        for (int i = 0; i < target.length() && target.charAt(i) != '?'; i++) {
            char next = target.charAt(i);
            if (next == ';' || next == '%' || next == '\\' || (before == '/' && (next == '/' || next == '.'))) {
                return true;
            }
            before = next;
        }
        return !target.startsWith("/");
    }

    private static String path(String target) {
        String origin = ABSOLUTE.matcher(target).replaceFirst("");
        int query = origin.indexOf('?');
        return query < 0 ? origin : origin.substring(0, query);
    }

    /** And hangs up: what a peer sends after a path that is read in two ways may be read in two ways too. */
    private void refuse(HttpServerRequest request, Problem problem) {
        ErrorBody body = ErrorBody.of(problem, path(request.uri()), clock.instant());
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, body.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Buffer.buffer(body.json()))
                .onComplete(sent -> request.connection().close());
    }
}
