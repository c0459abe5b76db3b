package dev.accountconfig;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clients that take their time, so that a server with too much patience runs out of connections. */
public final class SlowClients implements AutoCloseable {

    /** What is sent at first, and what is sent now and then. */
    public enum Kind {
        /** A head that never ends, a line now and then. */
        HEADERS("GET %s HTTP/1.1\r\nHost: localhost\r\n", "X-Slow: 1\r\n"),
        /** A body that never ends, a byte now and then. */
        BODIES(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n",
                " "),
        /** Answers that are asked for again and again, and read some bytes at a time. */
        READS("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n");

        private final String first;
        private final String nowAndThen;

        Kind(String first, String nowAndThen) {
            this.first = first;
            this.nowAndThen = nowAndThen;
        }

        private NetClientOptions sockets() {
            return this == READS ? new NetClientOptions().setReceiveBufferSize(256) : new NetClientOptions();
        }
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient sockets;
    private final Kind kind;
    private final String target;
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private final Set<NetSocket> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger closedByServer = new AtomicInteger();

    private SlowClients(Kind kind, String target) {
        this.kind = kind;
        this.target = target;
        sockets = vertx.createNetClient(kind.sockets());
    }

    /**
     * Connects them all, and returns when each is connected or was refused.
     *
     * @param pace between two lines, bytes or reads of one client
     */
    public static SlowClients open(Kind kind, int port, String target, int clients, Duration pace) {
        var slow = new SlowClients(kind, target);
        var connections = IntStream.range(0, clients)
                .mapToObj(client -> slow.connect(port))
                .toList();
        Future.join(connections)
                .otherwiseEmpty()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        slow.vertx.setPeriodic(Math.max(1, pace.toMillis()), tick -> slow.open.forEach(slow::goOn));
        return slow;
    }

    /** Those that the server still bears with. A reader learns that it was closed only by and by, at its pace. */
    public int open() {
        return open.size();
    }

    public int closedByServer() {
        return closedByServer.get();
    }

    /** Those that never had a connection. */
    public int refused() {
        return refused.get();
    }

    /** Those that were sent anything, a refusal as well. */
    public int answered() {
        return answered.size();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Future<NetSocket> connect(int port) {
        return sockets.connect(port, "localhost").onSuccess(this::begin).onFailure(lost -> refused.incrementAndGet());
    }

    private void begin(NetSocket socket) {
        open.add(socket);
        socket.exceptionHandler(broken -> {});
        socket.closeHandler(closed -> {
            open.remove(socket);
            closedByServer.incrementAndGet();
        });
        socket.handler(bytes -> answered.add(socket));
        if (kind == Kind.READS) {
            socket.pause();
        }
        socket.write(kind.first.formatted(target));
    }

    /** The server that does not read any more is not written to either: its clients are slow, not their memory large. */
    private void goOn(NetSocket socket) {
        if (kind == Kind.READS) {
            socket.fetch(1);
        }
        if (!socket.writeQueueFull()) {
            socket.write(kind.nowAndThen.formatted(target));
        }
    }
}
