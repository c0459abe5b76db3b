package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Changes at the origin, so that whoever reads after a change was confirmed reads nothing older.
 *
 * <ol>
 *   <li>One change of a key at a time.
 *   <li>It is decided on what the origin has at that moment, not on what the cache remembers.
 *   <li>It is sent once. One that conflicts was not made, and is decided anew, three times at most.
 *   <li>Made, or perhaps made: no flight that is aloft may land, and nobody is served the old value without asking.
 *   <li>The origin is asked for all of it, since one change may bring others with it; only where it does not answer, what
 *       it said about the change itself is believed.
 *   <li>Only then the change is confirmed.
 * </ol>
 */
public final class WriteThrough<K, V, C> {
    private static final int DECISIONS = 3;

    private final StaleCache<K, V> cache;
    private final Destination<K, V, C> destination;
    private final Turns<K> turns = new Turns<>();

    public WriteThrough(StaleCache<K, V> cache, Destination<K, V, C> destination) {
        this.cache = cache;
        this.destination = destination;
    }

    /**
     * @param before the value on which the change was decided
     * @param after as readers see it from now on
     */
    public record Made<V>(V before, Held<V> after) {}

    /**
     * Goes on to its end even if nobody waits for it any longer.
     *
     * @param decide on the present value; may be called several times, and what it throws is the outcome
     * @return fails with a {@link ChangeFailure}, or with an {@link OriginFailure} where the origin did not even say what
     *     there is to be changed
     */
    public Uni<Made<V>> change(K key, Function<V, C> decide) {
        return turns.take(key, () -> decided(key, decide, DECISIONS));
    }

    /** Writes of which nothing else is known, in their turn among the changes. */
    public WriteAround<K> around(Consumer<K> besides) {
        return WriteAround.of(cache, turns, besides);
    }

    private Uni<Made<V>> decided(K key, Function<V, C> decide, int left) {
        return cache.latest(key)
                .chain(before -> sent(key, before, decide.apply(before.value())))
                .onFailure(failure -> left > 1 && conflicts(failure))
                .recoverWithUni(() -> decided(key, decide, left - 1));
    }

    private Uni<Made<V>> sent(K key, Held<V> before, C change) {
        return Uni.createFrom()
                .deferred(() -> destination.change(key, before, change))
                .onFailure(ChangeFailure::leavesOpen)
                .invoke(() -> cache.distrust(key))
                .chain(after -> confirmed(key, before, after));
    }

    private Uni<Made<V>> confirmed(K key, Held<V> before, Held<V> after) {
        Entry<V> distrusted = cache.distrust(key);
        return cache.latest(key)
                .onFailure(OriginFailure.class)
                .recoverWithItem(() -> cache.replaced(key, distrusted, after))
                .map(latest -> new Made<>(before.value(), latest));
    }

    private static boolean conflicts(Throwable failure) {
        return failure instanceof ChangeFailure known && known.certainty() == ChangeFailure.Certainty.CONFLICTS;
    }
}
