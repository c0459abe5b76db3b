package dev.accountconfig.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.Eventually;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Simulator;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of the wire as a client meets it. */
class FaultProxyTest {

    private static final Duration A_MOMENT = Duration.ofMillis(150);

    private final AtomicLong clock = new AtomicLong();
    private final Echo server = new Echo();
    private final FaultProxy proxy = FaultProxy.inFrontOf(server.port(), clock::get);

    @AfterEach
    void close() {
        proxy.close();
        server.close();
    }

    private static Duration taken(Executed act) throws IOException {
        long before = System.nanoTime();
        act.run();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private interface Executed {
        void run() throws IOException;
    }

    private static void assertReset(Caller caller) {
        assertThatThrownBy(caller::next).isInstanceOf(SocketException.class).hasMessageContaining("reset");
    }

    private static void assertSilent(Caller caller) throws IOException {
        caller.waitAtMost(A_MOMENT);
        assertThatThrownBy(caller::next).isInstanceOf(SocketTimeoutException.class);
        caller.waitAtMost(Duration.ofSeconds(10));
    }

    @Test
    void withoutAFaultAnswersComeWholeAndConnectionsAreKept() throws IOException {
        try (var caller = Caller.of(proxy)) {
            assertThat(caller.ask(300).body(300)).isEqualTo(Echo.body(300));
            assertThat(caller.ask(5).body(5)).isEqualTo("abcde");
        }
    }

    @Test
    void connectionsAndBytesAreCounted() throws IOException {
        try (var caller = Caller.of(proxy);
                var other = Caller.of(proxy)) {
            caller.ask(300).body(300);
            other.ask(1).body(1);

            assertThat(proxy.tally().accepted()).isEqualTo(2);
            assertThat(proxy.tally().open()).isEqualTo(2);
            assertThat(proxy.tally().bytesAsked()).isEqualTo("GET /300 HTTP/1.1\r\nHost: x\r\n\r\n".length() * 2L - 2);
            assertThat(proxy.tally().bytesAnswered()).isBetween(340L, 420L);
        }
        Eventually.holds(() -> assertThat(proxy.tally().open()).isZero());
        assertThat(proxy.tally().accepted()).isEqualTo(2);
    }

    @Test
    void aLongAnswerToASlowReaderComesWhole() throws IOException {
        try (var caller = Caller.of(proxy)) {
            caller.ask(20_000_000);
            assertSilent(Caller.of(proxy));
            assertThat(caller.body(20_000_000)).isEqualTo(Echo.body(20_000_000));
        }
    }

    @Test
    void refusedClientsCannotConnectAndOpenConnectionsAreReset() throws IOException {
        try (var pooled = Caller.of(proxy)) {
            pooled.ask(1).body(1);

            proxy.suffer(new Fault.Refuse());

            assertReset(pooled);
            assertThatThrownBy(() -> Caller.of(proxy)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void thePortIsTheSameAfterwards() throws IOException {
        int port = proxy.port();
        for (int i = 0; i < 20; i++) {
            proxy.suffer(new Fault.Refuse());
            assertThatThrownBy(() -> Caller.of(proxy)).isInstanceOf(ConnectException.class);
            proxy.heal();
            try (var caller = Caller.of(proxy)) {
                assertThat(caller.ask(3).body(3)).isEqualTo("abc");
            }
        }
        assertThat(proxy.port()).isEqualTo(port);
        assertThat(proxy.host()).isEqualTo("localhost:" + port);
    }

    @Test
    void aResetStrikesNewConnectionsAndOpenOnes() throws IOException {
        try (var pooled = Caller.of(proxy)) {
            pooled.ask(1).body(1);

            proxy.suffer(new Fault.Reset());

            assertReset(pooled);
            try (var caller = Caller.of(proxy)) {
                assertReset(caller);
            }
        }
    }

    @Test
    void aBlackHoleSwallowsEverythingAndKeepsTheConnectionOpen() throws IOException {
        try (var pooled = Caller.of(proxy)) {
            pooled.ask(1).body(1);
            proxy.suffer(new Fault.BlackHole());
            assertReset(pooled);
        }
        long before = proxy.tally().bytesAsked();
        try (var caller = Caller.of(proxy)) {
            assertSilent(caller.ask(1));
            assertThat(proxy.tally().bytesAsked()).isGreaterThan(before);
            assertThat(proxy.tally().open()).isEqualTo(1);

            proxy.heal();
            assertReset(caller);
        }
    }

    @Test
    void aPartitionBreaksNothingAndArrivesOnceItIsOver() throws IOException {
        try (var pooled = Caller.of(proxy)) {
            pooled.ask(1).body(1);

            proxy.suffer(new Fault.Partition());
            try (var caller = Caller.of(proxy)) {
                assertSilent(caller.ask(4));
                assertSilent(pooled.ask(5));
                proxy.heal();

                assertThat(caller.body(4)).isEqualTo("abcd");
                assertThat(pooled.body(5)).isEqualTo("abcde");
            }
        }
    }

    @Test
    void latencyDelaysEveryAnswerAlsoOnOpenConnections() throws IOException {
        try (var caller = Caller.of(proxy)) {
            caller.ask(1).body(1);

            proxy.suffer(new Fault.Latency(A_MOMENT));

            assertThat(taken(() -> caller.ask(100_000).body(100_000))).isGreaterThanOrEqualTo(A_MOMENT);
            assertThat(taken(() -> caller.ask(1).body(1))).isGreaterThanOrEqualTo(A_MOMENT);
        }
    }

    @Test
    void aFaultThatEndsLetsGoOfWhatItHeldInOrder() throws IOException {
        proxy.suffer(new Fault.Latency(Duration.ofHours(1)));
        try (var caller = Caller.of(proxy)) {
            assertSilent(caller.ask(50_000));

            proxy.heal();

            assertThat(caller.body(50_000)).isEqualTo(Echo.body(50_000));
            assertThat(caller.ask(2).body(2)).isEqualTo("ab");
        }
    }

    @Test
    void aSlowCloseIsSeenLater() throws IOException {
        proxy.suffer(new Fault.SlowClose(A_MOMENT));
        try (var caller = Caller.of(proxy)) {
            assertThat(caller.askOnce(3).body(3)).isEqualTo("abc");
            assertThat(taken(() -> assertThat(caller.next()).isEqualTo(-1)))
                    .isGreaterThanOrEqualTo(A_MOMENT.minusMillis(50));
        }
    }

    @Test
    void anAnswerComesNoFasterThanTheBandwidthAllows() throws IOException {
        proxy.suffer(new Fault.Bandwidth(20_000));
        try (var caller = Caller.of(proxy)) {
            assertThat(taken(() -> assertThat(caller.ask(5_000).body(5_000)).isEqualTo(Echo.body(5_000))))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void anAnswerComesInSlices() throws IOException {
        proxy.suffer(new Fault.Slicer(100, Duration.ofMillis(20)));
        try (var caller = Caller.of(proxy)) {
            assertThat(taken(() -> assertThat(caller.askOnce(950).body(950)).isEqualTo(Echo.body(950))))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(170));
            assertThat(caller.next()).isEqualTo(-1);
        }
    }

    @Test
    void anAnswerIsResetAfterSoManyBytes() throws IOException {
        proxy.suffer(new Fault.ResetAfter(1_000));
        try (var caller = Caller.of(proxy)) {
            assertThatThrownBy(() -> caller.ask(5_000).rest()).isInstanceOf(SocketException.class);
        }
        assertThat(proxy.tally().bytesAnswered()).isEqualTo(1_000);
    }

    @Test
    void anAnswerEndsAfterSoManyBytes() throws IOException {
        proxy.suffer(new Fault.Limit(1_000));
        try (var caller = Caller.of(proxy)) {
            assertThat(caller.ask(5_000).rest()).hasSize(1_000);
        }
    }

    @Test
    void anAnswerWithinTheLimitIsWhole() throws IOException {
        try (var caller = Caller.of(proxy)) {
            caller.ask(5_000).body(5_000);

            proxy.suffer(new Fault.Limit(1_000));

            assertThat(caller.ask(300).body(300)).isEqualTo(Echo.body(300));
            assertThat(caller.ask(3_000).rest()).hasSizeLessThan(700);
        }
    }

    @Test
    void aFlappingWireIsUpAndDownByTheClock() throws IOException {
        proxy.suffer(new Fault.Flapping(Duration.ofSeconds(10), Duration.ofSeconds(5)));
        var pooled = Caller.of(proxy);
        clock.addAndGet(Duration.ofMillis(9_999).toNanos());
        assertThat(pooled.ask(1).body(1)).isEqualTo("a");

        clock.addAndGet(Duration.ofMillis(1).toNanos());
        assertReset(Caller.of(proxy));
        assertReset(pooled.ask(1));

        clock.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(Caller.of(proxy).ask(1).body(1)).isEqualTo("a");
    }

    static Fault[] faults() {
        return new Fault[] {
            new Fault.None(),
            new Fault.Reset(),
            new Fault.BlackHole(),
            new Fault.Partition(),
            new Fault.Flapping(Duration.ofSeconds(1), Duration.ofSeconds(1)),
            new Fault.Latency(Duration.ofHours(1)),
            new Fault.SlowClose(Duration.ofHours(1)),
            new Fault.Bandwidth(1),
            new Fault.Slicer(1, Duration.ofHours(1)),
            new Fault.ResetAfter(1),
            new Fault.Limit(1)
        };
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noConnectionIsLeftWhenTheClientHasGoneAndTheWireIsWhole(Fault fault) throws IOException {
        var kept = Caller.of(proxy);
        kept.ask(1).body(1);
        proxy.suffer(fault);
        var asking = Caller.of(proxy);
        asking.tryToAsk(10);
        kept.tryToAsk(10);

        kept.close();
        asking.close();
        proxy.heal();

        Eventually.holds(() -> assertThat(proxy.tally().open()).isZero());
        assertThat(Caller.of(proxy).ask(1).body(1)).isEqualTo("a");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void itIsShutInAnyState(Fault fault) throws IOException {
        proxy.suffer(fault);
        Caller.of(proxy).tryToAsk(10);

        proxy.suffer(new Fault.Refuse());

        Eventually.holds(() -> assertThat(proxy.tally().open()).isZero());
    }

    @Test
    void aResetOfTheServerIsAResetForTheClient() throws IOException {
        try (var vendor = Simulator.on(0);
                var before = FaultProxy.inFrontOf(vendor.port());
                var caller = Caller.of(before)) {
            vendor.let(Requests.ANY).suffer(new Mishap.Reset());
            assertReset(caller.ask(1));
        }
    }

    @Test
    void aServerThatIsNotThereIsAReset() throws IOException {
        server.close();
        try (var caller = Caller.of(proxy)) {
            assertReset(caller);
        }
    }

    @Test
    void aFaultOfTlsNeedsTls() {
        assertThatThrownBy(() -> proxy.suffer(new Fault.WrongHost())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> proxy.suffer(new Fault.PlainText())).isInstanceOf(IllegalStateException.class);
    }
}
