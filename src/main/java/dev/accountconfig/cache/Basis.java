package dev.accountconfig.cache;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The very values that an answer was made of, each with its place in a cache. Whether they still stand there, and how they
 * would be served, is asked of the caches themselves: whatever replaces, doubts, distrusts or forgets a value, or lets it
 * age, is seen at the next look, and nobody has to be told of it.
 *
 * <p>A value that was confirmed, or sent again with the same content, is the same value.
 */
public final class Basis {
    /** Of an answer that is good for one reader only. */
    public static final Basis NONE = new Basis(List.of());

    private final List<Place<?, ?>> places;

    private Basis(List<Place<?, ?>> places) {
        this.places = places;
    }

    /**
     * Holds the value weakly: as long as it stands the cache keeps it, and an answer that nobody asks for again must not keep
     * what the cache has long replaced.
     *
     * @param value null for a known absence
     */
    private record Place<K, V>(
            StaleCache<K, V> cache, K key, @Nullable WeakReference<V> value) {
        @Nullable
        Glance<K, V> look(@Nullable Glance<?, ?> before) {
            V made = value == null ? null : value.get();
            if (value != null && made == null) {
                return null;
            }
            Glance<K, V> glance = cache.glance(key, before);
            return glance != null && glance.line().holds(made) ? glance : null;
        }
    }

    static <K, V> Basis of(StaleCache<K, V> cache, K key, @Nullable V value) {
        return new Basis(List.of(new Place<>(cache, key, value == null ? null : new WeakReference<>(value))));
    }

    /** Of an answer that was made of two. */
    Basis and(Basis other) {
        return places.isEmpty() || other.places.isEmpty()
                ? NONE
                : new Basis(
                        Stream.concat(places.stream(), other.places.stream()).toList());
    }

    /**
     * How a reader would be served all of these values at this moment, without waiting.
     *
     * @return null where a reader would wait, or would get something else
     */
    public @Nullable Standing look() {
        Glance<?, ?> last = null;
        for (Place<?, ?> place : places) {
            last = place.look(last);
            if (last == null) {
                return null;
            }
        }
        return last == null ? null : new Standing(last);
    }
}
