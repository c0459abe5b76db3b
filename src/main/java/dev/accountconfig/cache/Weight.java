package dev.accountconfig.cache;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What keys and values may take of memory, all together.
 *
 * @param most of all lines, in bytes
 * @param bytes of one key with its value, if it has one
 */
public record Weight<K, V>(long most, BiFunction<K, Optional<V>, Integer> bytes) {
    /**
     * Never less than the share of one line among the most lines there may be, so that the weight bounds their number too:
     * an absence or a failure is remembered under a key, and keys are for callers to invent.
     */
    int of(K key, Optional<V> value, long mostLines) {
        long share = Math.min(Integer.MAX_VALUE, Math.max(1, (most + mostLines - 1) / mostLines));
        return Math.max((int) share, bytes.apply(key, value));
    }
}
