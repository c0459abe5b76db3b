package dev.accountconfig.cache;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Asks for every key at the start, a few at a time, behind everybody's back, and again and again for those that the origin
 * does not answer. Being ready waits for the first round, but not longer than a set time: a start must not hang on an origin
 * that is down.
 */
public final class WarmStart<K> {
    /** Keys at once: a start is no reason for a burst, and an origin that hangs holds up only so many. */
    private static final int AT_ONCE = 4;

    /** Between rounds; a key that is held down costs the origin nothing. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final List<K> keys;
    private final Function<K, Uni<?>> ask;
    private volatile boolean over;
    private volatile boolean ended;

    public WarmStart(List<K> keys, Function<K, Uni<?>> ask) {
        this.keys = List.copyOf(keys);
        this.ask = ask;
    }

    /** With nothing to ask for, it is over before it begins. */
    public static <K> WarmStart<K> none() {
        WarmStart<K> none = new WarmStart<>(List.of(), key -> Uni.createFrom().voidItem());
        none.over = true;
        return none;
    }

    /** @param patience longer than zero; after which it counts as over, though it goes on */
    public void begin(Duration patience, Surroundings surroundings) {
        round(keys, surroundings);
        after(patience, surroundings).subscribe().with(impatient -> over = true);
    }

    /** Asks for nothing more. */
    public void end() {
        ended = true;
    }

    private void round(List<K> left, Surroundings surroundings) {
        unanswered(left).subscribe().with(still -> {
            over = true;
            if (!still.isEmpty()) {
                after(REST, surroundings).subscribe().with(rested -> round(still, surroundings));
            }
        });
    }

    private Uni<List<K>> unanswered(List<K> left) {
        return Multi.createFrom()
                .iterable(left)
                .onItem()
                .transformToUni(this::asked)
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    /** Whoever flies tells how it went; here it only matters that it did not go well. */
    private Uni<K> asked(K key) {
        if (ended) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .deferred(() -> ask.apply(key))
                .<K>map(answered -> null)
                .onFailure()
                .recoverWithItem(key);
    }

    private static Uni<Void> after(Duration patience, Surroundings surroundings) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .onExecutor(surroundings.timer())
                .by(patience);
    }

    /** Every key was asked for once, whatever came of it; or the patience is at its end. */
    public boolean over() {
        return over;
    }
}
