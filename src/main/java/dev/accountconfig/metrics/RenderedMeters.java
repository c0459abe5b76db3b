package dev.accountconfig.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What is kept of rendered answers, and how often it was of use; looked at when it is scraped. */
public final class RenderedMeters {
    private RenderedMeters() {}

    /**
     * @param told how often an answer was told again
     * @param bytes of all that is kept
     */
    public static <T> void register(
            T answers, ToDoubleFunction<T> told, ToDoubleFunction<T> bytes, MeterRegistry registry) {
        FunctionCounter.builder(MeterName.RENDERED_TOLD.id(), answers, told)
                .description(MeterName.RENDERED_TOLD.meaning())
                .register(registry);
        Gauge.builder(MeterName.RENDERED_BYTES.id(), answers, bytes)
                .description(MeterName.RENDERED_BYTES.meaning())
                .strongReference(true)
                .register(registry);
    }
}
