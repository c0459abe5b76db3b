package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.cache.KeyReport;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One entry of a cache, as operators see it. Times are whole seconds. */
@JsonPropertyOrder({"collection", "phase", "age", "ttl", "revision", "heldFor", "failures", "lastFailure"})
record KeyView(
        String collection,
        String phase,
        long age,
        long ttl,
        @Nullable String revision,
        long heldFor,
        int failures,
        @Nullable String lastFailure) {

    static KeyView of(String collection, KeyReport report) {
        return new KeyView(
                collection,
                report.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                report.age().toSeconds(),
                report.ttl().toSeconds(),
                report.revision(),
                WholeSeconds.of(report.heldDown()),
                report.failures(),
                report.lastFailure());
    }
}
