package dev.accountconfig;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code upstream.*}: what a vendor call may cost, and when the vendor is left alone. The reasons stand in the README. */
@ConfigMapping(prefix = "upstream")
public interface UpstreamSettings {
    @WithDefault("1s")
    Duration connect();

    @WithDefault("3s")
    Duration deadline();

    @WithDefault("1M")
    MemorySize bodyLimit();

    @WithDefault("64")
    int connections();

    Optional<Path> trustFile();

    @WithDefault("8")
    int concurrency();

    @WithDefault("20")
    double rate();

    @WithDefault("300ms")
    Duration retryDelay();

    @WithDefault("0.1")
    double retryBudget();

    Breaker breaker();

    /** The circuit breaker of each account and service. */
    interface Breaker {
        @WithDefault("10")
        int window();

        @WithDefault("0.5")
        double failureRatio();

        @WithDefault("5s")
        Duration openFor();
    }
}
