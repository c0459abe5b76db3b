package dev.accountconfig.cache;

import org.jspecify.annotations.Nullable;

/**
 * A value as the origin has it.
 *
 * @param revision null where the origin has none to offer
 */
public record Held<V>(V value, @Nullable String revision) {}
