package dev.accountconfig.faults;

import dev.accountconfig.faults.Terminator.Face;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A port in front of a server, by which the wire between them can be broken. The port stays the same however often it is
 * shut. The methods may be called from any thread but an event loop, and wait until they are in force.
 */
public final class FaultProxy implements AutoCloseable {

    private static final String HOST = "localhost";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient sockets = vertx.createNetClient();
    private final Tally tally = new Tally();
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanos;
    private final Map<Face, Integer> servers;
    private @Nullable NetServer door;
    private int port;
    private Fault fault = new Fault.None();
    private long since;

    private FaultProxy(LongSupplier nanos, int server, @Nullable Authority authority) {
        this.nanos = nanos;
        servers =
                authority == null ? Map.of(Face.GENUINE, server) : Terminator.faces(vertx, sockets, server, authority);
        suffer(fault);
    }

    /** Plain bytes, in front of this port of this machine. */
    public static FaultProxy inFrontOf(int server) {
        return inFrontOf(server, System::nanoTime);
    }

    /** @param nanos the clock of {@link Fault.Flapping}; every other fault lives by real time */
    public static FaultProxy inFrontOf(int server, LongSupplier nanos) {
        return new FaultProxy(nanos, server, null);
    }

    /** Speaks TLS to clients, as {@code localhost}, and plainly to the server. */
    public static FaultProxy withTls(int server, Authority authority) {
        return withTls(server, authority, System::nanoTime);
    }

    public static FaultProxy withTls(int server, Authority authority, LongSupplier nanos) {
        return new FaultProxy(nanos, server, authority);
    }

    public int port() {
        return port;
    }

    /** Host and port, the way the Domain API writes them. */
    public String host() {
        return HOST + ":" + port;
    }

    public Tally tally() {
        return tally;
    }

    /**
     * From now on, until the next one.
     *
     * @throws IllegalStateException for a fault of TLS where there is none
     */
    public void suffer(Fault next) {
        if (next.isOfTls() && servers.size() == 1) {
            throw new IllegalStateException("no TLS here to suffer " + next);
        }
        await(onLoop(() -> {
            fault = next;
            since = nanos.getAsLong();
            wires.forEach(wire -> wire.meetAgain(next));
            return next.listens() ? open() : shut();
        }));
    }

    public void heal() {
        suffer(new Fault.None());
    }

    @Override
    public void close() {
        suffer(new Fault.Refuse());
        await(vertx.close());
    }

    Fault fault() {
        return fault;
    }

    Duration faultAge() {
        return Duration.ofNanos(nanos.getAsLong() - since);
    }

    Future<NetSocket> toServer(Face face) {
        return sockets.connect(servers.get(face), HOST);
    }

    void after(Duration pause, Runnable act) {
        vertx.setTimer(Math.max(1, pause.toMillis()), timer -> act.run());
    }

    void forget(Wire wire) {
        wires.remove(wire);
        tally.closed();
    }

    private Future<Void> open() {
        if (door != null) {
            return Future.succeededFuture();
        }
        door = vertx.createNetServer().connectHandler(this::welcome);
        return door.listen(port, HOST).map(open -> {
            port = open.actualPort();
            return null;
        });
    }

    private void welcome(NetSocket client) {
        var wire = new Wire(this, client);
        wires.add(wire);
        tally.opened();
        wire.open();
    }

    private Future<Void> shut() {
        if (door == null) {
            return Future.succeededFuture();
        }
        var closing = door;
        door = null;
        return closing.close().compose(closed -> portLetGo());
    }

    /** Until its selector has run again, java.nio goes on accepting on a listening socket that was closed. */
    private Future<Void> portLetGo() {
        var letGo = Promise.<Void>promise();
        ((VertxInternal) vertx).getAcceptorEventLoopGroup().schedule(() -> letGo.complete(), 1, TimeUnit.MILLISECONDS);
        return letGo.future();
    }

    private interface Act {
        Future<Void> run();
    }

    private Future<Void> onLoop(Act act) {
        var done = Promise.<Void>promise();
        vertx.runOnContext(
                now -> Future.succeededFuture().compose(go -> act.run()).onComplete(done));
        return done.future();
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
