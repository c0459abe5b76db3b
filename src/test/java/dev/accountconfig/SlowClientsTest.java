package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.SlowClients.Kind;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlowClientsTest {
    private static final Duration PACE = Duration.ofMillis(10);
    private static final int MANY = 40;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Set<Object> connected = ConcurrentHashMap.newKeySet();
    private final NetServer server = vertx.createNetServer(new NetServerOptions().setSendBufferSize(4_096))
            .connectHandler(this::welcome);
    private final int port = server.listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();

    /** Answers a page to the first request that is whole. Below HTTP, where half a request is a connection too. */
    private void welcome(NetSocket client) {
        connected.add(client);
        client.exceptionHandler(broken -> {});
        client.closeHandler(closed -> connected.remove(client));
        client.handler(first -> {
            if (first.toString().startsWith("GET") && first.toString().contains("\r\n\r\n")) {
                client.handler(more -> {});
                client.write("HTTP/1.1 200 OK\r\nContent-Length: 30000\r\n\r\n" + "x".repeat(30_000));
            }
        });
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource
    void theyAreConnectedAtOnceAndHeldUntilClosed(Kind kind) {
        try (SlowClients slow = SlowClients.open(kind, port, "/", MANY, PACE)) {
            Eventually.holds(() -> assertThat(connected).hasSize(MANY));
            assertThat(slow.open()).isEqualTo(MANY);
            assertThat(slow.closedByServer() + slow.refused()).isZero();
        }
        Eventually.holds(() -> assertThat(connected).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatLosesItsPatienceIsNoticed(Kind kind) {
        try (SlowClients slow = SlowClients.open(kind, port, "/", MANY, PACE)) {
            Eventually.holds(() -> assertThat(connected).hasSize(MANY));

            server.close().toCompletionStage().toCompletableFuture().join();

            Eventually.holds(() -> assertThat(slow.closedByServer()).isEqualTo(MANY));
            assertThat(slow.open()).isZero();
        }
    }

    @Test
    void slowHeadersAndSlowBodiesAreNeverAnswered() {
        try (SlowClients headers = SlowClients.open(Kind.HEADERS, port, "/", 5, PACE);
                SlowClients bodies = SlowClients.open(Kind.BODIES, port, "/", 5, PACE);
                SlowClients reads = SlowClients.open(Kind.READS, port, "/", 5, PACE)) {
            Eventually.holds(() -> assertThat(reads.answered()).isEqualTo(5));
            assertThat(headers.answered() + bodies.answered()).isZero();
        }
    }

    @Test
    void aServerThatIsNotThereRefusesThemAll() {
        close();
        try (SlowClients slow = SlowClients.open(Kind.HEADERS, port, "/", 5, PACE)) {
            assertThat(slow.refused()).isEqualTo(5);
            assertThat(slow.open()).isZero();
        }
    }
}
