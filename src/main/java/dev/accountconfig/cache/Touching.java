package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/**
 * A destination where changes show in more than the value that is changed.
 *
 * @param touched told of every change that was made, or perhaps, before anybody else hears of it
 */
public record Touching<K, V, C>(Destination<K, V, C> inner, Consumer<K> touched) implements Destination<K, V, C> {
    @Override
    public Uni<Held<V>> change(K key, Held<V> before, C change) {
        return inner.change(key, before, change)
                .onFailure(ChangeFailure::leavesOpen)
                .invoke(() -> touched.accept(key))
                .invoke(() -> touched.accept(key));
    }
}
