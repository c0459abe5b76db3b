package dev.accountconfig.simulator;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The listening socket: open, or shut as if the vendor were gone. It opens on the same port again. HTTP/1.1 only, so that
 * a broken connection breaks one answer.
 */
final class Door {

    private final Vertx vertx;
    private final Handler<HttpServerRequest> visitor;
    private int port;
    private @Nullable HttpServer server;
    private boolean listening;
    private Future<Void> shut = Future.succeededFuture();

    /** @param port 0 for a free one, chosen when it first opens */
    Door(Vertx vertx, int port, Handler<HttpServerRequest> visitor) {
        this.vertx = vertx;
        this.port = port;
        this.visitor = visitor;
    }

    synchronized int port() {
        return port;
    }

    synchronized boolean isListening() {
        return listening;
    }

    /** Does nothing where it is open. */
    synchronized Future<Void> open() {
        if (server != null) {
            return Future.succeededFuture();
        }
        var opening = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(visitor);
        server = opening;
        return shut.compose(released -> opening.listen(port))
                .onFailure(this::failed)
                .map(this::opened);
    }

    /** Closes the listening socket and every connection that came in through it; done when both are gone. */
    synchronized Future<Void> shut() {
        if (server != null) {
            shut = server.close().compose(closed -> released());
            server = null;
            listening = false;
        }
        return shut;
    }

    /**
     * A listening socket of java.nio lives on until its selector has run once more, and until then accepts callers that
     * nobody will answer. A timer of the acceptor comes after that.
     */
    private Future<Void> released() {
        var released = Promise.<Void>promise();
        var timer = ((VertxInternal) vertx)
                .getAcceptorEventLoopGroup()
                .schedule(() -> released.tryComplete(), 1, TimeUnit.MILLISECONDS);
        return timer.isCancelled() ? Future.succeededFuture() : released.future();
    }

    private synchronized @Nullable Void opened(HttpServer opened) {
        port = opened.actualPort();
        listening = opened.equals(server);
        return null;
    }

    private synchronized void failed(Throwable cause) {
        server = null;
    }
}
