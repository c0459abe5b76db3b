package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As many connections as are allowed and no more, and none for those who have nothing to say. */
@QuarkusTest
@QuarkusTestResource(value = ConnectionLimitsTest.FewConnections.class, restrictToAnnotatedClass = true)
class ConnectionLimitsTest {
    private static final int MOST = 20;

    /** A time-out that a test can wait for, and as many connections as it can open. */
    public static class FewConnections extends SimulatedVendor {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = super.start();
            settings.put("quarkus.http.limits.max-connections", Integer.toString(MOST));
            settings.put("quarkus.http.idle-timeout", "3s");
            return settings;
        }
    }

    private final List<Socket> connections = new ArrayList<>();

    private Socket connect() throws IOException {
        Socket connection = new Socket("localhost", RestAssured.port);
        connection.setSoTimeout(20_000);
        connections.add(connection);
        return connection;
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    /** @return the first line of the answer; empty where there is none */
    private static String ask(Socket connection) throws IOException {
        try {
            connection
                    .getOutputStream()
                    .write("GET /v1/accounts/nobody/occasions HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? "" : line;
        } catch (SocketException hungUp) {
            return "";
        }
    }

    @Test
    void theLastThatIsAllowedIsAnsweredTheNextIsHungUpOnAndComesInOnceAnotherHasLeft() throws IOException {
        for (int i = 0; i < MOST; i++) {
            assertThat(ask(connect())).startsWith("HTTP/1.1 404");
        }
        assertThat(ask(connect())).isEmpty();
        connections.get(0).close();
        Eventually.holds(() -> assertThat(ask(connect())).startsWith("HTTP/1.1 404"));
    }

    @Test
    void whoeverHasNothingToSayIsHungUpOn() throws IOException {
        Socket silent = connect();
        assertThat(ask(silent)).startsWith("HTTP/1.1 404");
        InputStreamReader rest = new InputStreamReader(silent.getInputStream(), StandardCharsets.US_ASCII);
        Eventually.holds(() -> assertThat(rest.read()).isEqualTo(-1));
    }

    @Test
    void whoAsksAndAsksAndTakesNoAnswerIsHungUpOn() throws IOException {
        Socket greedy = connect();
        byte[] request = "GET /v1/accounts/31415926/occasions HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .repeat(100)
                .getBytes(StandardCharsets.US_ASCII);
        AtomicBoolean hungUpOn = new AtomicBoolean();
        Thread asking = new Thread(() -> {
            try {
                while (true) {
                    greedy.getOutputStream().write(request);
                }
            } catch (IOException reset) {
                hungUpOn.set(true);
            }
        });
        asking.start();
        Eventually.holds(() -> assertThat(hungUpOn).isTrue());
    }

    @Test
    void whoIsAnsweredFromMemoryAllTheTimeIsNot() {
        String target = "/v1/accounts/31415926/occasions";
        try (KeptConnection busy = new KeptConnection(RestAssured.port)) {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> busy.ask("GET", target).startsWith("HTTP/1.1 200"));
        }
    }
}
