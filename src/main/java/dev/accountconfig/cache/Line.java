package dev.accountconfig.cache;

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

    @SuppressWarnings("ReferenceEquality") // any landing makes another one, however equal
    boolean isStill(Entry<V> known) {
        return entry == known;
    }

    Line<V> heldDown(HoldDown next) {
        return new Line<>(entry, next);
    }
}
