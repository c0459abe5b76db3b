package dev.accountconfig.api;

import dev.accountconfig.cache.Bounded;
import dev.accountconfig.cache.Standing;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Answers by the target they were asked for, to the character: two spellings of one question are two targets. The account is
 * part of every target, and a target is only ever answered by the resource it leads to, so nobody finds here what the
 * resource would not have told him; whether he may ask is decided besides.
 */
public final class RenderedAnswers {
    /** Under which a request carries whoever looked for its answer in vain. */
    private static final String WANTED = RenderedAnswers.class.getName();

    private final Bounded<String, Rendering> answers;
    private final LongAdder told = new LongAdder();
    private final Map<String, TimedReads> times = new ConcurrentHashMap<>();
    private final ReadTimes timers;

    /**
     * @param errand of whoever asks for the target
     * @param times null where the framework has no template, and nobody counts
     */
    record Rendering(
            RenderedAnswer answer, Errand errand, @Nullable TimedReads times) {}

    /** @param mostBytes of all answers together, with their targets */
    public RenderedAnswers(long mostBytes, ReadTimes timers) {
        this.timers = timers;
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
     * What is kept for a target. Nothing has happened yet, and it may not stand any longer.
     *
     * @return null where the resource is to answer
     */
    @Nullable
    Rendering find(String target, MultiMap headers) {
        Rendering kept = answers.get(target);
        return kept != null
                        && kept.answer().suits(headers.get(HttpHeaders.ACCEPT))
                        // Which other origin to allow only the framework knows, and it says so behind us.
                        && !headers.contains(HttpHeaders.ORIGIN)
                ? kept
                : null;
    }

    /** An answer is told: the reads that this is are counted, and take off where that is due. */
    void take(Standing standing) {
        told.increment();
        standing.take();
    }

    /** Whoever answers the request is asked to {@linkplain #offer offer} it. */
    void want(RoutingContext context) {
        context.put(WANTED, this);
    }

    /** The answer to a request that was looked for in vain. */
    static void offer(RenderedAnswer answer, RoutingContext context) {
        RenderedAnswers wanted = context.get(WANTED);
        if (wanted != null && answer.canBeToldAgain()) {
            wanted.keep(answer, context);
        }
    }

    private void keep(RenderedAnswer answer, RoutingContext context) {
        keep(context.request().uri(), answer, Errand.of(context), PathTemplate.of(context.request()));
    }

    void keep(String target, RenderedAnswer answer, Errand errand, @Nullable String template) {
        TimedReads timed =
                template == null ? null : times.computeIfAbsent(template, path -> new TimedReads(timers, path));
        answers.put(target, new Rendering(answer, errand, timed));
    }
}
