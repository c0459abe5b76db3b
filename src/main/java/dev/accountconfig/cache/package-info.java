/**
 * Serve, revalidate, survive. Knows no vendor, no HTTP and no JSON: an {@link dev.accountconfig.cache.Origin} is asked, a
 * value is kept, and {@link dev.accountconfig.cache.Phase} says what a reader gets of it. The terms are those of RFC 9111
 * and RFC 5861.
 *
 * <p>Start with {@link dev.accountconfig.cache.StaleCache}; the state machine is drawn in {@code Entry}. What outlives the process
 * is an {@link dev.accountconfig.cache.Archive}.
 */
@NullMarked
package dev.accountconfig.cache;

import org.jspecify.annotations.NullMarked;
