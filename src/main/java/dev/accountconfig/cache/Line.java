package dev.accountconfig.cache;

import org.jspecify.annotations.Nullable;

/** All that is stored for a key; immutable, replaced whole. */
record Line<V>(Entry<V> entry, HoldDown holdDown) {
    static <V> Line<V> empty() {
        return new Line<>(new Entry.Unknown<>(), HoldDown.NONE);
    }

    static <V> Line<V> of(Entry<V> entry) {
        return new Line<>(entry, HoldDown.NONE);
    }

    /** Only an origin that was away is worth asking again because it is heard of; a refusal stays one. */
    Line<V> released(long now) {
        boolean away =
                holdDown.cause() instanceof OriginFailure known && known.reason() == OriginFailure.Reason.UNAVAILABLE;
        return away ? heldDown(holdDown.released(now)) : this;
    }

    /** Whatever the cause: it was ours, and is mended. */
    Line<V> forgiven(long now) {
        return heldDown(holdDown.released(now));
    }

    /**
     * The one switch of reading: how a reader is served at this moment without waiting.
     *
     * @return null where the reader has to wait, or is served nothing
     */
    @Nullable
    Outcome atOnce(long now, Lifetime lifetime) {
        return switch (entry.phase(now, lifetime)) {
            case FRESH -> Outcome.HIT;
            case NEGATIVE -> Outcome.NEGATIVE;
            case STALE_SERVABLE -> Outcome.STALE;
            case STALE_IF_ERROR -> originFailed() ? Outcome.STALE_IF_ERROR : null;
            case EXPIRED -> null;
        };
    }

    /** Nobody waits for an origin that failed last time, not even when the next attempt is due. */
    boolean originFailed() {
        return holdDown.cause() instanceof OriginFailure;
    }

    @SuppressWarnings("ReferenceEquality") // the cache keeps the object for as long as its content stays the same
    boolean holds(@Nullable V value) {
        return entry.held() == value;
    }

    @SuppressWarnings("ReferenceEquality") // any landing makes another one, however equal
    boolean isStill(Entry<V> known) {
        return entry == known;
    }

    Line<V> heldDown(HoldDown next) {
        return new Line<>(entry, next);
    }
}
