/**
 * What operators see: meters, log lines, health. Listens to {@code cache} and {@code liveperson}; nothing depends on it.
 * {@link dev.accountconfig.metrics.MeterName} is the whole vocabulary.
 */
@NullMarked
package dev.accountconfig.metrics;

import org.jspecify.annotations.NullMarked;
