package dev.accountconfig.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Answers, in one place and on the event loop, what is {@linkplain RenderedAnswers already rendered}; whatever takes thought
 * goes on to its resource. Who comes here was admitted before ({@link FrontOrder}).
 */
@Singleton
class Retelling {
    private final RenderedAnswers answers;
    private final InstantSource clock;

    Retelling(RenderedAnswers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    void open(@Observes Filters filters) {
        filters.register(this::answer, FrontOrder.RENDERED);
    }

    void answer(RoutingContext context) {
        if (!isPlainRead(context.request()) || !answers.tell(context, clock.instant())) {
            context.next();
        }
    }

    /** Somebody has to read a body, even where nobody wants it. */
    private static boolean isPlainRead(HttpServerRequest request) {
        HttpMethod method = request.method();
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }
}
