package dev.accountconfig.api;

import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.LastKnownGood;
import dev.accountconfig.cache.Lifetime;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Policy;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.cache.Surroundings;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Collections of a vendor that never answered. */
final class EmptyStock {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private EmptyStock() {}

    static Collections collections() {
        return new Collections(empty(), empty(), empty(), empty());
    }

    private static <K, V> StaleCache<K, V> empty() {
        return new StaleCache<>(
                (key, question) -> Uni.createFrom().failure(OriginFailure.unavailable("is not there")),
                new Policy(
                        new Lifetime(MINUTE, MINUTE, MINUTE, MINUTE),
                        MINUTE,
                        MINUTE,
                        (failures, failure, chance) -> MINUTE,
                        1_000),
                new Surroundings(() -> 0, Executors.newSingleThreadScheduledExecutor(), () -> 0.5, () -> Runnable::run),
                new CacheListener<>() {},
                LastKnownGood.none());
    }
}
