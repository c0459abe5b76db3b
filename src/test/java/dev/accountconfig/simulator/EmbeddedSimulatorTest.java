package dev.accountconfig.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedSimulatorTest {

    private record Settings(boolean embedded, int port) implements EmbeddedSettings {}

    private int freePort;

    @BeforeEach
    void findAPort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            freePort = probe.getLocalPort();
        }
    }

    private void connect() throws IOException {
        new Socket("localhost", freePort).close();
    }

    private String routes() throws IOException {
        try (var answer = URI.create("http://localhost:" + freePort + "/_simulator")
                .toURL()
                .openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void itListensBetweenStartAndStopAndOnTheSamePortAfterAReload() throws IOException {
        for (int reload = 0; reload < 2; reload++) {
            var embedded = new EmbeddedSimulator(new Settings(true, freePort));

            embedded.start(new StartupEvent());
            assertThat(routes()).contains("mishaps");
            embedded.stop(new ShutdownEvent());

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void itStaysAwayUnlessItIsAskedFor() {
        var embedded = new EmbeddedSimulator(new Settings(false, freePort));

        embedded.start(new StartupEvent());
        embedded.stop(new ShutdownEvent());

        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
    }
}
