package dev.accountconfig.cache;

/** All that is stored for a key; immutable, replaced whole. */
record Line<V>(Entry<V> entry, HoldDown holdDown) {
    static <V> Line<V> empty() {
        return new Line<>(new Entry.Unknown<>(), HoldDown.NONE);
    }

    static <V> Line<V> of(Entry<V> entry) {
        return new Line<>(entry, HoldDown.NONE);
    }

    Line<V> heldDown(HoldDown next) {
        return new Line<>(entry, next);
    }
}
