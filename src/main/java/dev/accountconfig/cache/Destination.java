package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;

/** Where values are changed. */
@FunctionalInterface
public interface Destination<K, V, C> {
    /**
     * Sends the change, once.
     *
     * @param before on which the change was decided; where the origin has gone on since, it conflicts
     * @return the value after the change, as far as the answer tells; fails with a {@link ChangeFailure}
     */
    Uni<Held<V>> change(K key, Held<V> before, C change);
}
