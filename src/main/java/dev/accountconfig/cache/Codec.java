package dev.accountconfig.cache;

/** A value as bytes. What is decoded equals what was encoded. Thread-safe. */
public interface Codec<V> {
    byte[] encode(V value);

    /** @throws IllegalArgumentException where the bytes are no such value, or one that is no longer admitted; a predicate */
    V decode(byte[] bytes);
}
