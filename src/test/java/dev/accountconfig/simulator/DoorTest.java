package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DoorTest extends SimulatorTestCase {

    private static final String DOMAINS = ACCOUNT + "/service/baseURI.json";

    @Test
    void nobodyListensWhileItRefuses() {
        simulator.refuse();

        assertThatThrownBy(() -> visitor.get(DOMAINS)).hasRootCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> new Socket("localhost", simulator.port()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void openConnectionsBreakWhenItRefuses() throws IOException {
        try (var socket = new Socket("localhost", simulator.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            visitor.get(DOMAINS);
            simulator.refuse();

            assertThat(endOf(socket)).isTrue();
        }
    }

    /** Whether the connection has ended, one way or the other. */
    private static boolean endOf(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void itListensAgainOnTheSamePortAndRemembersEverything() {
        int port = simulator.port();
        var client = visitor.signedIn();
        simulator.world().account().touch();

        simulator.refuse();
        simulator.listen();

        assertThat(simulator.port()).isEqualTo(port);
        assertThat(client.get(OCCASIONS).revision()).isEqualTo("1205");
    }

    @Test
    void refusingOrListeningTwiceIsTheSameAsOnce() {
        simulator.refuse();
        simulator.refuse();
        simulator.listen();
        simulator.listen();

        assertThat(visitor.get(DOMAINS).status()).isEqualTo(200);
    }

    @Test
    void twoSimulatorsDoNotShareAPort() {
        try (var other = Simulator.on(0)) {
            assertThat(other.port()).isNotEqualTo(simulator.port());
            assertThat(new Visitor(other).login().status()).isEqualTo(200);
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAtOnce() {
        assertThatThrownBy(() -> Simulator.on(simulator.port())).isInstanceOf(IllegalStateException.class);
    }
}
