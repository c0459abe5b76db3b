package dev.accountconfig.metrics;

import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.Landing;
import dev.accountconfig.cache.Outcome;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what happens in one cache. A read costs one addition; the registry looks at scrape time. */
public final class CacheMeters<K> implements CacheListener<K> {
    private final Map<Outcome, LongAdder> reads = new EnumMap<>(Outcome.class);
    private final Map<Landing, LongAdder> landings = new EnumMap<>(Landing.class);
    private final LongAdder failures;
    private final LongAdder collapsed;

    public CacheMeters(MeterRegistry registry, String collection) {
        for (Outcome outcome : Outcome.values()) {
            reads.put(outcome, adder(registry, MeterName.CACHE_READS, collection, "outcome", Label.of(outcome)));
        }
        for (Landing landing : Landing.values()) {
            landings.put(landing, adder(registry, MeterName.CACHE_FLIGHTS, collection, "landing", Label.of(landing)));
        }
        failures = adder(registry, MeterName.CACHE_FLIGHTS, collection, "landing", "failed");
        collapsed = adder(registry, MeterName.CACHE_COLLAPSED, collection);
    }

    @Override
    public void served(K key, Outcome outcome) {
        increment(reads.get(outcome));
    }

    @Override
    public void collapsed(K key) {
        collapsed.increment();
    }

    @Override
    public void landed(K key, Landing landing) {
        increment(landings.get(landing));
    }

    @Override
    public void failed(K key, Throwable failure, int inARow, Duration pause) {
        failures.increment();
    }

    private static void increment(@Nullable LongAdder adder) {
        if (adder != null) {
            adder.increment();
        }
    }

    private static LongAdder adder(MeterRegistry registry, MeterName name, String collection, String... more) {
        LongAdder adder = new LongAdder();
        FunctionCounter.builder(name.id(), adder, LongAdder::sum)
                .description(name.meaning())
                .tags(Tags.of("collection", collection).and(more))
                .register(registry);
        return adder;
    }
}
