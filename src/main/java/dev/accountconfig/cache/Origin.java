package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where values come from. */
@FunctionalInterface
public interface Origin<K, V> {
    /**
     * @param revision of the value that is held, to be answered by {@link Answer.Unchanged}; null to ask unconditionally
     * @return fails with an {@link OriginFailure} where there is no answer
     */
    Uni<Answer<V>> ask(K key, @Nullable String revision);
}
