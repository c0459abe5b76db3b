package dev.accountconfig;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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

    @WithDefault("true")
    boolean warmStart();

    @WithDefault("2s")
    Duration warmStartPatience();

    @WithDefault("10000")
    long maxEntries();

    @WithDefault("64M")
    MemorySize documentsMaxBytes();

    @WithDefault("64M")
    MemorySize renderedMaxBytes();

    /** Where last known good answers are kept across restarts; in memory alone where there is none. */
    Optional<Path> directory();
}
