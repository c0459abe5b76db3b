package dev.accountconfig;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * One registry outlives all applications of a test run: without this the metrics of a second one would be those of the
 * first, for ever. A service has but one application.
 */
@Singleton
public class ForgottenMeters {
    void forget(@Observes ShutdownEvent event, MeterRegistry registry) {
        registry.clear();
    }
}
