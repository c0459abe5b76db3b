package dev.accountconfig;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code cache.*}: how long answers are believed. The reasons stand in the README. */
@ConfigMapping(prefix = "cache")
public interface CacheSettings {
    @WithDefault("60s")
    Duration fresh();

    @WithDefault("10m")
    Duration staleWhileRevalidate();

    @WithDefault("7d")
    Duration staleIfError();

    @WithDefault("30s")
    Duration negative();

    @WithDefault("2s")
    Duration patience();

    @WithDefault("10000")
    long maxEntries();

    @WithDefault("64M")
    MemorySize documentsMaxBytes();
}
