package dev.accountconfig.cache;

import java.util.concurrent.ScheduledExecutorService;

/**
 * What a cache needs of the outside world besides its origin.
 *
 * @param timer ends the waiting of callers and of flights; runs nothing else
 */
public record Surroundings(Ticker ticker, ScheduledExecutorService timer, Chance chance) {}
