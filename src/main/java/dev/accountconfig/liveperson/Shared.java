package dev.accountconfig.liveperson;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Holds once what many items have in common: zones, names of holidays, their dates. Thousands of accounts would otherwise hold
 * them a hundred times each. It has so many places and no more, and the value read last takes its place: one that is pushed
 * out is merely not shared with those that are read later. Nothing is kept that no item has any longer. Thread-safe.
 */
final class Shared<T> {
    private final AtomicReferenceArray<@Nullable WeakReference<T>> places;

    /** @param places a power of two */
    Shared(int places) {
        this.places = new AtomicReferenceArray<>(places);
    }

    /** @return the value, or one that is equal to it; immutable, since others hold it too */
    T of(T value) {
        int hash = value.hashCode();
        int place = (hash ^ (hash >>> 16)) & (places.length() - 1);
        WeakReference<T> held = places.get(place);
        T known = held == null ? null : held.get();
        if (known != null && known.equals(value)) {
            return known;
        }
        places.set(place, new WeakReference<>(value));
        return value;
    }
}
