package dev.accountconfig.metrics;

import dev.accountconfig.cache.KeyState;
import dev.accountconfig.cache.Phase;
import dev.accountconfig.cache.StaleCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.function.Predicate;

/** How the keys of one cache stand, counted at scrape time. */
public final class CacheGauges {
    private final StaleCache<?, ?> cache;
    private final MeterRegistry registry;
    private final Tags collection;

    private CacheGauges(StaleCache<?, ?> cache, MeterRegistry registry, String collection) {
        this.cache = cache;
        this.registry = registry;
        this.collection = Tags.of("collection", collection);
    }

    public static void register(StaleCache<?, ?> cache, MeterRegistry registry, String collection) {
        CacheGauges gauges = new CacheGauges(cache, registry, collection);
        for (Phase phase : Phase.values()) {
            gauges.count(
                    MeterName.CACHE_ENTRIES,
                    gauges.collection.and("phase", Label.of(phase)),
                    state -> state.phase() == phase);
        }
        gauges.count(
                MeterName.CACHE_HELD_DOWN,
                gauges.collection,
                state -> !state.heldDown().isZero());
        gauges.oldest();
    }

    private void count(MeterName name, Tags tags, Predicate<KeyState> counted) {
        Gauge.builder(name.id(), cache, seen -> count(seen, counted))
                .description(name.meaning())
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private void oldest() {
        Gauge.builder(MeterName.CACHE_OLDEST.id(), cache, CacheGauges::oldest)
                .description(MeterName.CACHE_OLDEST.meaning())
                .tags(collection)
                .strongReference(true)
                .register(registry);
    }

    private static double count(StaleCache<?, ?> cache, Predicate<KeyState> counted) {
        long[] number = {0};
        cache.forEach((key, state) -> number[0] += counted.test(state) ? 1 : 0);
        return number[0];
    }

    private static double oldest(StaleCache<?, ?> cache) {
        Duration[] oldest = {Duration.ZERO};
        cache.forEach((key, state) -> oldest[0] = oldest[0].compareTo(state.age()) < 0 ? state.age() : oldest[0]);
        return oldest[0].toMillis() / 1000.0;
    }
}
