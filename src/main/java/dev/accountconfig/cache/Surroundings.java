package dev.accountconfig.cache;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What a cache needs of the outside world besides its origin.
 *
 * @param timer ends the waiting of callers and of flights; runs nothing else
 * @param callers where the present caller is to be continued once it has waited: on its own thread, so that neither the
 *     timer nor the thread of a landing does the work of a thousand callers
 */
public record Surroundings(Ticker ticker, ScheduledExecutorService timer, Chance chance, Supplier<Executor> callers) {}
