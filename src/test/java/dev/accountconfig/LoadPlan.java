package dev.accountconfig;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What a {@link Load} sends and how it looks at the answers. All functions are called on one event loop: they must be quick,
 * and need no lock.
 *
 * @param asks draws a request; the same seed draws the same requests in the same order
 * @param connections each with one request at a time
 * @param perSecond of all connections together, at most
 * @param cancelled share of requests that we cancel, from 0 to 1
 * @param cancelWithin of which the moment is drawn; a request that is answered before is not cancelled
 * @param classes a name for an answer by its {@code Cache-Status}, empty where it has none
 * @param check throws for an answer that must not be
 * @param patience without a whole answer for so long a request is lost
 */
public record LoadPlan(
        int port,
        Function<RandomGenerator, Ask> asks,
        long seed,
        int connections,
        int perSecond,
        double cancelled,
        Duration cancelWithin,
        Function<String, String> classes,
        Consumer<Answer> check,
        Duration patience) {

    /** A GET. */
    public record Ask(String target, Map<String, String> headers) {
        public static Ask of(String target) {
            return new Ask(target, Map.of());
        }
    }

    /** @param body valid only while it is looked at */
    public record Answer(Ask ask, int status, MultiMap headers, Buffer body) {
        public String header(String name) {
            return headers.contains(name) ? headers.get(name) : "";
        }
    }

    /** As fast as 16 connections go, nothing cancelled, nothing checked. */
    public static LoadPlan of(int port, Function<RandomGenerator, Ask> asks) {
        return new LoadPlan(
                port,
                asks,
                1,
                16,
                Integer.MAX_VALUE,
                0,
                Duration.ofMillis(5),
                LoadPlan::byFreshness,
                answer -> {},
                Duration.ofSeconds(30));
    }

    public LoadPlan seed(long other) {
        return new LoadPlan(
                port, asks, other, connections, perSecond, cancelled, cancelWithin, classes, check, patience);
    }

    public LoadPlan over(int otherConnections) {
        return new LoadPlan(
                port, asks, seed, otherConnections, perSecond, cancelled, cancelWithin, classes, check, patience);
    }

    public LoadPlan atMost(int otherPerSecond) {
        return new LoadPlan(
                port, asks, seed, connections, otherPerSecond, cancelled, cancelWithin, classes, check, patience);
    }

    public LoadPlan cancelling(double share, Duration within) {
        return new LoadPlan(port, asks, seed, connections, perSecond, share, within, classes, check, patience);
    }

    public LoadPlan classifying(Function<String, String> otherClasses) {
        return new LoadPlan(
                port, asks, seed, connections, perSecond, cancelled, cancelWithin, otherClasses, check, patience);
    }

    public LoadPlan checking(Consumer<Answer> otherCheck) {
        return new LoadPlan(
                port, asks, seed, connections, perSecond, cancelled, cancelWithin, classes, otherCheck, patience);
    }

    public LoadPlan patience(Duration other) {
        return new LoadPlan(port, asks, seed, connections, perSecond, cancelled, cancelWithin, classes, check, other);
    }

    /** {@code stale}, {@code hit}, {@code forwarded} or {@code none} (RFC 9211). */
    static String byFreshness(String cacheStatus) {
        if (cacheStatus.contains("detail=stale")) {
            return "stale";
        }
        if (cacheStatus.contains("; hit")) {
            return "hit";
        }
        return cacheStatus.contains("; fwd=") ? "forwarded" : "none";
    }
}
