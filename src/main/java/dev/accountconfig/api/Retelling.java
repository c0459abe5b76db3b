package dev.accountconfig.api;

import dev.accountconfig.cache.Standing;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Answers, on the event loop, what is {@linkplain RenderedAnswers already rendered}; whatever takes thought goes on to its
 * resource. Who comes here was admitted before ({@link FrontOrder}), and was not answered on the {@link HitPath}: by HTTP/2, as
 * the first of a connection or the last, behind somebody whose answer is not ready, or for another reason that it has.
 */
@Singleton
class Retelling {
    private final RenderedAnswers answers;
    private final HitPath shortcut;
    private final InstantSource clock;

    Retelling(RenderedAnswers answers, HitPath shortcut, InstantSource clock) {
        this.answers = answers;
        this.shortcut = shortcut;
        this.clock = clock;
    }

    void open(@Observes Filters filters) {
        filters.register(this::answer, FrontOrder.RENDERED);
    }

    void answer(RoutingContext context) {
        // That it came here tells that its connection is one of this port, and not of the management's.
        Arrival.of(context.request().connection()).ifPresent(arrival -> arrival.shorten(shortcut));
        if (!isPlainRead(context.request())) {
            context.next();
        } else if (!tell(context)) {
            answers.want(context);
            context.next();
        }
    }

    private boolean tell(RoutingContext context) {
        HttpServerRequest request = context.request();
        RenderedAnswers.Rendering kept = answers.find(request.uri(), request.headers());
        if (kept == null) {
            return false;
        }
        Instant now = clock.instant();
        Standing standing = kept.answer().standing(now);
        if (standing == null) {
            return false;
        }
        answers.take(standing);
        TimedReads times = kept.times();
        if (times != null) {
            PathTemplate.set(request, times.template());
        }
        int status = kept.answer().status(request.headers(), standing);
        boolean onlyHead = HttpMethod.HEAD.equals(request.method());
        kept.answer().tell(request.response(), onlyHead, status, standing, now);
        if (request.version() == HttpVersion.HTTP_2) {
            request.resume();
        }
        return true;
    }

    /** Somebody has to read a body, even where nobody wants it. */
    private static boolean isPlainRead(HttpServerRequest request) {
        HttpMethod method = request.method();
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }
}
