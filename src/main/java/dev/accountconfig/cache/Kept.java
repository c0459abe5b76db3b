package dev.accountconfig.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A value from an earlier life.
 *
 * @param revision null where the origin had none to offer
 * @param age since the origin sent or confirmed the value, by the calendar; never negative
 */
public record Kept<K, V>(K key, V value, @Nullable String revision, Duration age) {}
