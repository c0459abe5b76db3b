package dev.accountconfig.faults;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** A server in good health: {@code /300} is answered with 300 bytes, {@code a} to {@code z} and again. */
final class Echo implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final int port = FaultProxy.await(
                    vertx.createHttpServer().requestHandler(Echo::answer).listen(0, "localhost"))
            .actualPort();

    int port() {
        return port;
    }

    static String body(int length) {
        var alphabet = "abcdefghijklmnopqrstuvwxyz";
        return alphabet.repeat(length / alphabet.length() + 1).substring(0, length);
    }

    private static void answer(HttpServerRequest request) {
        int length = Integer.parseInt(request.path().substring(1));
        request.response().end(Buffer.buffer(body(length)));
    }

    @Override
    public void close() {
        FaultProxy.await(vertx.close());
    }
}
