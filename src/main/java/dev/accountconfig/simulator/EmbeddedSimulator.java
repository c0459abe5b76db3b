package dev.accountconfig.simulator;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The simulator inside the proxy's own process, for development. It listens before the proxy is ready, and lets go of its
 * port when the proxy stops, so that a live reload finds the port free. Its Vert.x is its own: the proxy's would count the
 * simulator's connections among the proxy's.
 */
@Singleton
final class EmbeddedSimulator {

    private final EmbeddedSettings settings;
    private @Nullable Simulator running;

    @Inject
    EmbeddedSimulator(EmbeddedSettings settings) {
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (settings.embedded()) {
            running = Simulator.setup().withPort(settings.port()).start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (running != null) {
            running.close();
        }
    }
}
