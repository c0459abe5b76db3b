package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where values come from. */
@FunctionalInterface
public interface Origin<K, V> {
    /** @return fails with an {@link OriginFailure} where there is no answer */
    Uni<Answer<V>> ask(K key, Question question);

    /**
     * @param revision of the value that is held, to be answered by {@link Answer.Unchanged}; null to ask unconditionally
     * @param urgent true where readers wait who cannot be served otherwise, and the last attempt did not fail
     * @param latest true where nothing will do but what is true this moment: something is about to be changed, or was
     */
    record Question(@Nullable String revision, boolean urgent, boolean latest) {}
}
