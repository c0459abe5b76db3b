package dev.accountconfig.metrics;

import dev.accountconfig.cache.ArchiveListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;

/** Counts what becomes of the files of an archive. */
public final class ArchiveMeters implements ArchiveListener {
    private final MeterRegistry registry;

    /** @param collections each counted from nought on */
    public ArchiveMeters(MeterRegistry registry, Iterable<String> collections) {
        this.registry = registry;
        for (String collection : collections) {
            for (Fate fate : Fate.values()) {
                counter(fate, collection);
            }
        }
    }

    @Override
    public void became(Fate fate, String collection, Path file, String words) {
        counter(fate, collection).increment();
    }

    private Counter counter(Fate fate, String collection) {
        return Counter.builder(MeterName.CACHE_FILES.id())
                .description(MeterName.CACHE_FILES.meaning())
                .tags("collection", collection, "outcome", Label.of(fate))
                .register(registry);
    }
}
