package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.liveperson.VendorFailure.Kind;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One call over a real socket: what the vendor says becomes a word, and nothing it does costs more than its limits. */
class HttpVendorCallsTest {
    private static final AccountId ACCOUNT = new AccountId("31415926");
    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final int BODY_LIMIT = 64 * 1024;

    private static Vertx vertx;
    private static Simulator vendor;
    private static ScheduledExecutorService timer;
    private static VendorCalls calls;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        vendor = Simulator.on(0);
        timer = Executors.newSingleThreadScheduledExecutor();
        calls = unconnected(8);
    }

    private static VendorCalls unconnected(int most) {
        return new HttpVendorCalls(
                new VendorSockets(Duration.ofSeconds(1), most, null).open(vertx),
                new CallLimits(DEADLINE, BODY_LIMIT),
                timer);
    }

    @AfterAll
    static void stop() {
        vendor.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        timer.shutdownNow();
    }

    @AfterEach
    void heal() {
        vendor.clearMishaps();
    }

    private static VendorCall call() {
        VendorHost host = new VendorHost(false, "localhost", vendor.port());
        return VendorCall.get(ACCOUNT, Purpose.DOMAINS, host, "/api/account/31415926/service/baseURI.json?version=1.0");
    }

    private static void suffers(Mishap mishap) {
        vendor.let(Requests.DOMAINS).suffer(mishap);
    }

    /** {@code Quiet} looks at the log. */
    @Test
    void aCallGivenUpWhileItWaitedForAConnectionLeavesNoLineInTheLog() {
        suffers(new Mishap.Slow(DEADLINE.multipliedBy(2)));
        VendorCalls one = unconnected(1);
        Uni<VendorAnswer> both = Uni.combine()
                .all()
                .unis(one.send(call()), one.send(call()))
                .collectFailures()
                .with((first, second) -> first);
        LastAnswer.failureOf(both);
        heal();
        LastAnswer.of(one.send(call()));
    }

    private static void failsWith(Kind kind) {
        failsWith(kind, calls);
    }

    private static void failsWith(Kind kind, VendorCalls calls) {
        LastAnswer.failureOf(calls.send(call()))
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    @Test
    void contentComesWithItsBody() {
        assertThat(LastAnswer.of(calls.send(call())))
                .isInstanceOfSatisfying(
                        VendorAnswer.Content.class,
                        content -> assertThat(content.body().toString()).contains("accountConfigReadOnly"));
    }

    @ParameterizedTest
    @CsvSource({
        "301, UNEXPECTED", "302, UNEXPECTED", "400, REJECTED", "401, UNAUTHORIZED", "403, FORBIDDEN", "405, REJECTED",
        "429, THROTTLED", "451, BLOCKED", "500, FAILING", "502, FAILING", "503, FAILING", "504, FAILING"
    })
    void aStatusIsAWord(int status, Kind kind) {
        suffers(new Mishap.Fail(status, Mishap.Body.HTML));
        failsWith(kind);
    }

    @Test
    void notFoundIsAnAnswerWhenAccountConfigItselfSaysSo() {
        suffers(new Mishap.Fail(404, Mishap.Body.JSON));
        assertThat(LastAnswer.of(calls.send(call()))).isEqualTo(new VendorAnswer.NotFound());
    }

    /** Else a gateway in front of a host that has moved would wipe out what is remembered. */
    @ParameterizedTest
    @EnumSource(
            value = Mishap.Body.class,
            names = {"HTML", "EMPTY"})
    void aGatewaysNotFoundIsNone(Mishap.Body body) {
        suffers(new Mishap.Fail(404, body));
        failsWith(Kind.UNEXPECTED);
    }

    @Test
    void callsInARowShareTheirConnection() {
        AtomicInteger connections = new AtomicInteger();
        HttpServer counting = vertx.createHttpServer()
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(request -> request.response().end("[]"));
        int port = counting.listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        VendorCall call = VendorCall.get(ACCOUNT, Purpose.DOMAINS, new VendorHost(false, "localhost", port), "/");
        VendorCalls unhurried = new HttpVendorCalls(
                new VendorSockets(Duration.ofSeconds(5), 8, null).open(vertx),
                new CallLimits(Duration.ofSeconds(20), BODY_LIMIT),
                timer);
        for (int i = 0; i < 20; i++) {
            LastAnswer.of(unhurried.send(call));
        }
        // Two, where the second call comes before the first connection is back in the pool.
        assertThat(connections.get()).isBetween(1, 2);
    }

    @Test
    void retryAfterIsUnderstood() {
        suffers(new Mishap.Throttle(Duration.ofSeconds(7)));
        LastAnswer.failureOf(calls.send(call()))
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "86400, 3600", "999999999, 3600"})
    void retryAfterIsBelievedForAnHourAtMost(long asked, long believed) {
        suffers(new Mishap.Throttle(Duration.ofSeconds(asked)));
        LastAnswer.failureOf(calls.send(call()))
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(believed)));
    }

    @Test
    void anAnswerThatTakesLongerThanTheDeadlineIsGivenUp() {
        suffers(new Mishap.Slow(Duration.ofSeconds(5)));
        failsWith(Kind.TIMED_OUT);
    }

    @Test
    void aVendorThatDripsOneBytePerHalfSecondIsGivenUpAtTheSameDeadline() {
        suffers(new Mishap.Drip(Duration.ofMillis(500)));
        failsWith(Kind.TIMED_OUT);
    }

    @Test
    void silenceAfterTheHeadersIsGivenUp() {
        suffers(new Mishap.Stall());
        failsWith(Kind.TIMED_OUT);
    }

    @Test
    void aBodyLongerThanTheLimitIsCutOff() {
        suffers(new Mishap.Oversize(600L * 1024 * 1024));
        failsWith(Kind.GARBLED);
    }

    @Test
    void aTruncatedBodyIsNoAnswer() {
        suffers(new Mishap.Truncate());
        failsWith(Kind.BROKEN);
    }

    @Test
    void aResetIsNoAnswer() {
        suffers(new Mishap.Reset());
        failsWith(Kind.BROKEN);
    }

    /** A connection that was left over would be a broken one until its end is noticed. */
    @Test
    void nobodyListeningIsNoAnswer() {
        vendor.refuse();
        try {
            failsWith(Kind.UNREACHABLE, unconnected(1));
        } finally {
            vendor.listen();
        }
    }

    @Test
    void nothingIsSentBeforeSomebodyWantsTheAnswer() {
        vendor.forgetRequests();
        Uni<VendorAnswer> unwanted = calls.send(call());
        LastAnswer.of(calls.send(call()));
        assertThat(vendor.count(Service.DOMAINS)).isEqualTo(1);
        LastAnswer.of(unwanted);
        assertThat(vendor.count(Service.DOMAINS)).isEqualTo(2);
    }
}
