package dev.accountconfig.simulator;

import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/** The connection back to one client, whole or broken. All of it happens on the event loop of that connection. */
final class Line {

    private static final Buffer BLANKS = Buffer.buffer(" ".repeat(64 * 1024));

    private final Vertx vertx;
    private final HttpServerRequest request;

    Line(Vertx vertx, HttpServerRequest request) {
        this.vertx = vertx;
        this.request = request;
    }

    Future<Void> send(Answer answer) {
        return isGone() ? Future.succeededFuture() : head(answer).end(answer.body());
    }

    void after(Duration pause, Runnable act) {
        vertx.setTimer(millis(pause), timer -> act.run());
    }

    void sendHalf(Answer answer) {
        var half = answer.body().slice(0, answer.body().length() / 2);
        announced(answer).write(half).onComplete(sent -> request.connection().close());
    }

    void drip(Answer answer, Duration interval) {
        var response = announced(answer);
        var bytes = answer.body();
        int[] next = {0};
        long timer = vertx.setPeriodic(millis(interval), tick -> {
            if (isGone() || next[0] == bytes.length()) {
                vertx.cancelTimer(tick);
            } else {
                dripOne(response, bytes, next[0]++);
            }
        });
        response.closeHandler(closed -> vertx.cancelTimer(timer));
    }

    /** An empty write makes the headers leave. */
    void stall(Answer answer) {
        announced(answer).write(Buffer.buffer());
    }

    void flood(Answer answer, long bytes) {
        var response = head(answer).setChunked(true);
        response.write("[");
        pour(response, bytes - 2);
    }

    /** Zero linger turns the close into an RST. */
    void reset() {
        var connection = (ConnectionBase) request.connection();
        connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        connection.close();
    }

    private static void dripOne(HttpServerResponse response, Buffer bytes, int index) {
        var drop = bytes.slice(index, index + 1);
        if (index == bytes.length() - 1) {
            response.end(drop);
        } else {
            response.write(drop);
        }
    }

    private void pour(HttpServerResponse response, long left) {
        long rest = left;
        while (rest > 0 && !isGone() && !response.writeQueueFull()) {
            int chunk = (int) Math.min(rest, BLANKS.length());
            response.write(BLANKS.slice(0, chunk));
            rest -= chunk;
        }
        if (rest <= 0) {
            response.end("]");
        } else if (!isGone()) {
            long remaining = rest;
            response.drainHandler(drained -> pour(response, remaining));
        }
    }

    private HttpServerResponse announced(Answer answer) {
        return head(answer)
                .putHeader("content-length", Integer.toString(answer.body().length()));
    }

    private HttpServerResponse head(Answer answer) {
        var response = request.response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        return response;
    }

    private boolean isGone() {
        return request.response().closed();
    }

    private static long millis(Duration pause) {
        return Math.max(1, pause.toMillis());
    }
}
