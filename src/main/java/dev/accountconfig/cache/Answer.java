package dev.accountconfig.cache;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an origin said. No answer is a failure, not an answer. */
public sealed interface Answer<V> {

    <R> R match(Function<Found<V>, R> found, Function<Unchanged<V>, R> unchanged, Supplier<R> absent);

    /** @param revision null where the origin has none to offer */
    record Found<V>(V value, @Nullable String revision) implements Answer<V> {
        @Override
        public <R> R match(Function<Found<V>, R> found, Function<Unchanged<V>, R> unchanged, Supplier<R> absent) {
            return found.apply(this);
        }
    }

    /**
     * The value that the asker holds is still current.
     *
     * @param revision null where the answer did not repeat it
     */
    record Unchanged<V>(@Nullable String revision) implements Answer<V> {
        @Override
        public <R> R match(Function<Found<V>, R> found, Function<Unchanged<V>, R> unchanged, Supplier<R> absent) {
            return unchanged.apply(this);
        }
    }

    /** There is no such thing. */
    record Absent<V>() implements Answer<V> {
        @Override
        public <R> R match(Function<Found<V>, R> found, Function<Unchanged<V>, R> unchanged, Supplier<R> absent) {
            return absent.get();
        }
    }
}
