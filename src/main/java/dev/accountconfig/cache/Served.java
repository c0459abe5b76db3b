package dev.accountconfig.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a reader gets, and how the cache came by it.
 *
 * @param value empty where the origin said that there is none
 * @param collapsed true where the reader waited for a flight that another had started
 * @param age since the origin sent or confirmed the value
 * @param ttl until the cache itself stops believing it; negative where it has stopped
 * @param revision as the origin last named it; null where it named none, and for an answer that was made of two
 * @param basis by which it is seen later whether a reader would get the same again
 */
public record Served<V>(
        Optional<V> value,
        Outcome outcome,
        boolean collapsed,
        Duration age,
        Duration ttl,
        @Nullable String revision,
        Basis basis) {

    public <W> Served<W> map(Function<V, W> change) {
        return new Served<>(value.map(change), outcome, collapsed, age, ttl, revision, basis);
    }

    /** For an answer that depends on more than what was served. */
    public Served<V> once() {
        return new Served<>(value, outcome, collapsed, age, ttl, revision, Basis.NONE);
    }

    /** An answer made of two: as old as the older, believed as long as the sooner to end. */
    public <W, R> Served<R> with(Served<W> other, BiFunction<Optional<V>, Optional<W>, R> join) {
        return new Served<>(
                Optional.of(join.apply(value, other.value)),
                outcome.orWorse(other.outcome),
                collapsed || other.collapsed,
                age.compareTo(other.age) < 0 ? other.age : age,
                ttl.compareTo(other.ttl) < 0 ? ttl : other.ttl,
                null,
                basis.and(other.basis));
    }
}
