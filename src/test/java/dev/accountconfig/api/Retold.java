package dev.accountconfig.api;

import dev.accountconfig.cache.Answer;
import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.Lifetime;
import dev.accountconfig.cache.Policy;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.cache.Weight;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** An answer of 2 KB that stands for a day. */
final class Retold {
    private Retold() {}

    static StaleCache<String, String> cache(Surroundings surroundings) {
        Duration day = Duration.ofDays(1);
        return new StaleCache<>(
                (key, question) -> Uni.createFrom().item(new Answer.Found<>("value of " + key, "1")),
                new Policy(new Lifetime(day, day, day, day), day, day, (failures, failure, chance) -> day, 100),
                surroundings,
                new CacheListener<String>() {},
                new Weight<>(1 << 20, (key, value) -> 1));
    }

    static RenderedAnswer answer(Surroundings surroundings) {
        return new RenderedAnswer(
                Rendered.jsonAsItCame(new byte[2048]),
                cache(surroundings).get("0").await().indefinitely().basis(),
                Validity.ALWAYS,
                false);
    }
}
