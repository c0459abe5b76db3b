package dev.accountconfig;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Many callers at once, each on a connection of its own; every one is accounted for, lost ones as a failure. */
final class Crowd implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;

    Crowd(int port, int callers) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("localhost").setDefaultPort(port),
                new PoolOptions().setHttp1MaxSize(callers));
    }

    /** @param status 0 where there was no answer */
    record Answered(int status, Duration after, String body, String cacheStatus) {}

    /** Sends so many requests at the same time and waits for all of them. */
    List<Answered> ask(int requests, String target) {
        List<CompletableFuture<Answered>> answers =
                IntStream.range(0, requests).mapToObj(i -> send(target)).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    Answered ask(String target) {
        return send(target).join();
    }

    /** Sends, and does not wait. */
    CompletableFuture<Answered> begin(String target) {
        return send(target);
    }

    private CompletableFuture<Answered> send(String target) {
        long start = System.nanoTime();
        return client.request(HttpMethod.GET, target)
                // Within, on the event loop: a body that comes before anybody listens is lost.
                .compose(request -> request.send().compose(response -> answered(response, start)))
                .recover(lost -> Future.succeededFuture(new Answered(0, Duration.ZERO, lost.toString(), "")))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static Future<Answered> answered(HttpClientResponse response, long start) {
        return response.body()
                .map(body -> new Answered(
                        response.statusCode(),
                        Duration.ofNanos(System.nanoTime() - start),
                        body.toString(),
                        String.valueOf(response.getHeader("cache-status"))));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
