package dev.accountconfig.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** What has no bound does not get into the registry. */
class BoundedLabelsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    BoundedLabelsTest() {
        registry.config().meterFilter(new BoundedLabels());
    }

    @Test
    void threeHundredInventedMethodsAreOneSeries() {
        for (int i = 0; i < 300; i++) {
            registry.counter("http.server.requests", "method", "M" + i, "uri", "/x")
                    .increment();
        }
        assertThat(registry.getMeters()).hasSize(1);
        assertThat(registry.get("http.server.requests")
                        .tag("method", "OTHER")
                        .counter()
                        .count())
                .isEqualTo(300);
    }

    @Test
    void realMethodsAndOtherMetersKeepTheirLabels() {
        registry.counter("http.server.requests", "method", "GET").increment();
        registry.counter("ft.retry.calls", "method", "early retry").increment();
        assertThat(registry.find("http.server.requests").tag("method", "GET").counter())
                .isNotNull();
        assertThat(registry.find("ft.retry.calls").tag("method", "early retry").counter())
                .isNotNull();
    }
}
