package dev.accountconfig.api;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Answers what was refused as it arrived, and refuses of HTTP/2, which frames its requests itself, what could be read in two ways
 * or is too large. Says the time on every answer, and that nobody should guess what it is.
 */
@Singleton
class FrontDoor {
    static final Problem TOO_LARGE = Problem.of(ProblemType.BODY_TOO_LARGE, "A body has at most 64 KB.");

    private final InstantSource clock;
    private final LastLines last = new LastLines();
    private final HeadRules rules;

    FrontDoor(InstantSource clock, HeadLimits limits) {
        this.clock = clock;
        this.rules = new HeadRules(limits);
    }

    void open(@Observes Filters filters) {
        filters.register(this::check, FrontOrder.SHAPE);
    }

    /** On the management port nothing else says what was refused. */
    void open(@Observes ManagementInterface management) {
        management
                .router()
                .route()
                .order(Integer.MIN_VALUE)
                .handler(this::check)
                .failureHandler(this::failed);
    }

    /** What the router refuses by itself, before any filter, would else be logged as an error and answered in its own words. */
    void mind(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        if (context.failure() instanceof VertxException && context.statusCode() == HeadRules.NO_HOST.status()) {
            last.to(new SpeltLines(context.response()::putHeader), clock.instant());
            refuse(
                    context.request(),
                    HeadRules.NO_HOST,
                    RequestTarget.path(context.request().uri()));
        } else {
            context.next();
        }
    }

    void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.addHeadersEndHandler(sent -> complete(request));
        if (request.decoderResult() instanceof Refused refused) {
            refuse(request, refused.problem(), refused.path());
        } else if (request.version() == HttpVersion.HTTP_2) {
            rules.refusalOfHttp2(request)
                    .ifPresentOrElse(
                            problem -> refuse(request, problem, RequestTarget.path(request.uri())), context::next);
        } else {
            context.next();
        }
    }

    /** What the framework says of OPTIONS is of a whole resource class, not of the address. */
    private void complete(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        last.to(new SpeltLines(headers::add), clock.instant());
        if (HttpMethod.OPTIONS.equals(request.method()) && headers.contains(HttpHeaders.ALLOW)) {
            headers.set(
                    HttpHeaders.ALLOW,
                    Methods.at(RequestTarget.path(request.uri())).allow());
        }
    }

    private void refuse(HttpServerRequest request, Problem problem, String path) {
        ErrorBody body = ErrorBody.of(problem, path, clock.instant());
        HttpServerResponse response = request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, body.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Future<Void> unused = response.end(Buffer.buffer(body.json()));
        // What is not read would be held against the whole connection (RFC 9113 section 5.2).
        request.resume();
    }
}
