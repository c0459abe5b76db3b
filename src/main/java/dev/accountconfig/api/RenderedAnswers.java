package dev.accountconfig.api;

import dev.accountconfig.cache.Bounded;
import dev.accountconfig.cache.Standing;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Answers by the target they were asked for, to the character: two spellings of one question are two targets. The account is
 * part of every target, and a target is only ever answered by the resource it leads to, so nobody finds here what the
 * resource would not have told him; whether he may ask is decided before.
 */
public final class RenderedAnswers {
    /** Under which Quarkus' metrics look for the template of a path, in the context of the request. */
    static final String TEMPLATE = "UrlPathTemplate";

    /** Under which a request carries whoever looked for its answer in vain. */
    private static final String WANTED = RenderedAnswers.class.getName();

    private final Bounded<String, Kept> answers;
    private final LongAdder told = new LongAdder();

    /** @param template of the path, by which the request is counted; null where nobody counts */
    private record Kept(RenderedAnswer answer, @Nullable String template) {}

    /** @param mostBytes of all answers together, with their targets */
    public RenderedAnswers(long mostBytes) {
        answers = new Bounded<>(
                mostBytes, (target, kept) -> target.length() + kept.answer().weight());
    }

    /** How often an answer was told again. */
    public long told() {
        return told.sum();
    }

    /** Of all answers that are kept, with their targets; roughly. */
    public long bytes() {
        return answers.weight();
    }

    /**
     * Answers from what is kept, and counts the reads that this is.
     *
     * @return false where the resource is to answer: nothing has happened but that its answer is {@linkplain #offer wanted}
     */
    boolean tell(RoutingContext context, Instant now) {
        HttpServerRequest request = context.request();
        Kept kept = answers.get(request.uri());
        if (kept != null && kept.answer().suits(request.getHeader(HttpHeaders.ACCEPT))) {
            Standing standing = kept.answer().standing(now);
            if (standing != null) {
                tell(kept, standing, request, now);
                return true;
            }
        }
        context.put(WANTED, this);
        return false;
    }

    /** The answer to a request that was looked for in vain. */
    static void offer(RenderedAnswer answer, RoutingContext context) {
        RenderedAnswers wanted = context.get(WANTED);
        if (wanted != null && answer.canBeToldAgain()) {
            HttpServerRequest request = context.request();
            wanted.answers.put(request.uri(), new Kept(answer, local(request).getLocal(TEMPLATE)));
        }
    }

    private void tell(Kept kept, Standing standing, HttpServerRequest request, Instant now) {
        told.increment();
        standing.take();
        if (kept.template() != null) {
            local(request).putLocal(TEMPLATE, kept.template());
        }
        kept.answer().tell(request, standing, now);
        if (request.version() == HttpVersion.HTTP_2) {
            request.resume();
        }
    }

    private static Context local(HttpServerRequest request) {
        return ((HttpServerRequestInternal) request).context();
    }
}
