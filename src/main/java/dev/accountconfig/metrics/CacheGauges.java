package dev.accountconfig.metrics;

import dev.accountconfig.cache.KeyState;
import dev.accountconfig.cache.Phase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How the keys of one cache stand, counted at scrape time. */
public final class CacheGauges {
    private final Supplier<Stream<KeyState>> cache;
    private final MeterRegistry registry;
    private final Tags collection;

    private CacheGauges(Supplier<Stream<KeyState>> cache, MeterRegistry registry, String collection) {
        this.cache = cache;
        this.registry = registry;
        this.collection = Tags.of("collection", collection);
    }

    public static void register(Supplier<Stream<KeyState>> cache, MeterRegistry registry, String collection) {
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

    private static double count(Supplier<Stream<KeyState>> cache, Predicate<KeyState> counted) {
        return cache.get().filter(counted).count();
    }

    private static double oldest(Supplier<Stream<KeyState>> cache) {
        return cache.get().mapToLong(state -> state.age().toMillis()).max().orElse(0) / 1000.0;
    }
}
