package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Attempts under names that callers invent, so that one who asks again under the same name meets the first attempt instead
 * of making another. Bounded by number and by what the outcomes weigh; the oldest go first, and none is older than a day.
 *
 * <pre>
 *   (nothing) --attempt--&gt; under way --succeeds--&gt; made        told again to whoever repeats it
 *                               |-----fails--------&gt; (nothing)   as if it had never been
 *                               |-----who knows----&gt; doubtful    a repetition is an attempt that knows of the doubt
 * </pre>
 *
 * A doubt goes only by a success. Thread-safe.
 */
public final class Repeats<K, V> {
    static final int MOST = 10_000;
    static final long MOST_WEIGHT = 16L << 20;
    static final Duration KEPT = Duration.ofHours(24);

    private final Ticker ticker;
    private final ToLongFunction<V> weight;
    private final Predicate<Throwable> doubtful;
    private final LinkedHashMap<K, Attempt<V>> attempts = new LinkedHashMap<>();
    private long weighed;

    /** @param outcome null where there is only a doubt */
    private record Attempt<V>(
            String content, @Nullable CompletableFuture<V> outcome, boolean doubt, long begun, long weight) {}

    /**
     * @param weight of an outcome, in bytes
     * @param doubtful whether a failure leaves open what happened
     */
    public Repeats(Ticker ticker, ToLongFunction<V> weight, Predicate<Throwable> doubtful) {
        this.ticker = ticker;
        this.weight = weight;
        this.doubtful = doubtful;
    }

    /**
     * @param outcome goes on to its end whether or not anybody waits
     * @param repeated whether the attempt was made, or begun, before
     */
    public record Told<V>(Uni<V> outcome, boolean repeated) {}

    /**
     * @param content what the name stands for
     * @param act makes an attempt, unless there is one; is told whether an earlier one left a doubt
     * @return empty where the name stands for other content
     */
    public Optional<Told<V>> once(K name, String content, Function<Boolean, Uni<V>> act) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        Attempt<V> known = begin(name, content, mine);
        if (known != null && !known.content.equals(content)) {
            return Optional.empty();
        }
        if (known != null && known.outcome != null) {
            return Optional.of(new Told<>(uni(known.outcome), true));
        }
        boolean doubt = known != null;
        Uni.createFrom()
                .deferred(() -> act.apply(doubt))
                .subscribe()
                .with(made -> succeed(name, mine, made), failure -> {
                    fail(name, mine, doubt || doubtful.test(failure));
                    mine.completeExceptionally(failure);
                });
        return Optional.of(new Told<>(uni(mine), false));
    }

    private static <V> Uni<V> uni(CompletableFuture<V> outcome) {
        return Uni.createFrom().completionStage(() -> outcome.copy());
    }

    /** @return what there was; where that is nothing, or a doubt about the same content, the new attempt has its place */
    private synchronized @Nullable Attempt<V> begin(K name, String content, CompletableFuture<V> mine) {
        forgetOld();
        Attempt<V> known = attempts.get(name);
        if (known == null || (known.outcome == null && known.content.equals(content))) {
            put(name, new Attempt<>(content, mine, known != null, ticker.read(), 0));
        }
        return known;
    }

    private void succeed(K name, CompletableFuture<V> mine, V made) {
        settle(
                name,
                mine,
                attempt -> new Attempt<>(attempt.content, mine, false, attempt.begun, weight.applyAsLong(made)));
        mine.complete(made);
    }

    private void fail(K name, CompletableFuture<V> mine, boolean doubt) {
        settle(name, mine, attempt -> doubt ? new Attempt<>(attempt.content, null, true, attempt.begun, 0) : null);
    }

    private synchronized void settle(
            K name, CompletableFuture<V> mine, Function<Attempt<V>, @Nullable Attempt<V>> settled) {
        Attempt<V> attempt = attempts.get(name);
        if (attempt == null || attempt.outcome != mine) {
            return;
        }
        Attempt<V> after = settled.apply(attempt);
        if (after == null) {
            attempts.remove(name);
        } else {
            put(name, after);
        }
        forgetOld();
    }

    private void put(K name, Attempt<V> attempt) {
        // Taken out first: the oldest stand in front.
        Attempt<V> former = attempts.remove(name);
        attempts.put(name, attempt);
        weighed += attempt.weight - (former == null ? 0 : former.weight);
    }

    private void forgetOld() {
        Iterator<Map.Entry<K, Attempt<V>>> oldest = attempts.entrySet().iterator();
        while (oldest.hasNext()) {
            Attempt<V> attempt = oldest.next().getValue();
            boolean old = ticker.read() - attempt.begun >= KEPT.toNanos();
            if (!old && attempts.size() <= MOST && weighed <= MOST_WEIGHT) {
                return;
            }
            oldest.remove();
            weighed -= attempt.weight;
        }
    }
}
