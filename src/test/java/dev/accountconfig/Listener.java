package dev.accountconfig;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.util.concurrent.atomic.AtomicLong;

/** Whoever is there instead of the vendor: accepts everything, on every address of this machine, and counts each byte. */
final class Listener implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final NetServer server = vertx.createNetServer().connectHandler(caller -> {
        connections.incrementAndGet();
        caller.handler(received -> bytes.addAndGet(received.length()));
    });

    private Listener() {}

    static Listener open() {
        Listener listener = new Listener();
        listener.server
                .listen(0, "::")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return listener;
    }

    int port() {
        return server.actualPort();
    }

    long connections() {
        return connections.get();
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
