package dev.accountconfig.faults;

import dev.accountconfig.faults.Terminator.Face;
import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of a client and the one behind it to the server. All of it happens on the event loop of the proxy. */
final class Wire {

    /** So many bytes of an answer wait at most before the server is made to wait. */
    private static final int MANY = 256 * 1024;

    private final FaultProxy proxy;
    private final NetSocket client;
    private final Face face;
    private @Nullable NetSocket server;
    private boolean hasRoute;
    private boolean over;
    private boolean serverEnded;

    private Buffer waiting = Buffer.buffer();
    private boolean trickles;
    private long answeredSinceSwitch;
    private int switches;

    Wire(FaultProxy proxy, NetSocket client) {
        this.proxy = proxy;
        this.client = client;
        this.face = proxy.fault().face();
    }

    void open() {
        client.exceptionHandler(broken -> {});
        client.closeHandler(closed -> gone());
        client.drainHandler(drained -> breathe());
        client.handler(bytes -> {
            proxy.tally().asked(bytes.length());
            proxy.fault().asked(this, bytes);
        });
        proxy.fault().met(this);
    }

    /** Another fault has begun. What waits, waits by the new rules. */
    void meetAgain(Fault fault) {
        if (over) {
            return;
        }
        if (!fault.sparesOpenOnes() || !hasRoute || face != fault.face()) {
            reset();
            return;
        }
        switches++;
        trickles = false;
        answeredSinceSwitch = 0;
        var rest = waiting;
        waiting = Buffer.buffer();
        if (rest.length() > 0) {
            fault.answered(this, rest);
        }
        endIfDone();
        breathe();
    }

    void connect() {
        hasRoute = true;
        client.pause();
        proxy.toServer(face).onSuccess(this::connected).onFailure(refused -> reset());
    }

    void toServer(Buffer bytes) {
        if (server != null) {
            server.write(bytes);
            breathe();
        }
    }

    void toClient(Buffer bytes) {
        if (!over) {
            answeredSinceSwitch += bytes.length();
            proxy.tally().answered(bytes.length());
            client.write(bytes);
            breathe();
        }
    }

    /** @param end what is done to the client's socket in place of passing on the first byte beyond the limit */
    void toClientUpTo(long limit, Buffer bytes, Consumer<NetSocket> end) {
        long left = limit - answeredSinceSwitch;
        if (bytes.length() <= left) {
            toClient(bytes);
        } else if (!over) {
            over = true;
            var last = bytes.slice(0, (int) left);
            proxy.tally().answered(last.length());
            client.write(last).onComplete(sent -> end.accept(client));
        }
    }

    /** Until it is released. */
    void keep(Buffer bytes) {
        waiting.appendBuffer(bytes);
        breathe();
    }

    void release(int bytes) {
        int portion = Math.min(bytes, waiting.length());
        var released = waiting.getBuffer(0, portion);
        waiting = waiting.getBuffer(portion, waiting.length());
        toClient(released);
        endIfDone();
    }

    /** A portion, a pause, a portion: as long as there is something to send. */
    void trickle(Buffer bytes, int portion, Duration pause) {
        keep(bytes);
        if (!trickles) {
            trickles = true;
            drop(portion, pause);
        }
    }

    /** Unless another fault begins before, or the connection ends. */
    void after(Duration pause, Runnable act) {
        int then = switches;
        proxy.after(pause, () -> {
            if (!over && then == switches) {
                act.run();
            }
        });
    }

    /** Since the fault began. */
    Duration faultAge() {
        return proxy.faultAge();
    }

    /** All that was passed on arrives before. */
    void close() {
        over = true;
        client.close();
    }

    /** What was passed on may be lost. */
    void reset() {
        over = true;
        reset(client);
    }

    /** Zero linger turns the close into an RST; it does not wait for bytes that a slow client has not taken. */
    static void reset(NetSocket socket) {
        var channel = ((ConnectionBase) socket).channel();
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    private void connected(NetSocket upstream) {
        if (over) {
            upstream.close();
            return;
        }
        server = upstream;
        upstream.exceptionHandler(broken -> reset());
        upstream.endHandler(end -> {
            serverEnded = true;
            endIfDone();
        });
        upstream.drainHandler(drained -> breathe());
        upstream.handler(bytes -> proxy.fault().answered(this, bytes));
        breathe();
    }

    private void drop(int portion, Duration pause) {
        if (waiting.length() == 0) {
            trickles = false;
            return;
        }
        release(portion);
        after(pause, () -> drop(portion, pause));
    }

    private void endIfDone() {
        if (serverEnded && waiting.length() == 0) {
            proxy.fault().ended(this);
        }
    }

    /** Whoever sends too fast for the other, or into a partition, is not read from. */
    private void breathe() {
        boolean carries = proxy.fault().carries();
        if (server != null && !over) {
            read(client, carries && !server.writeQueueFull());
            read(server, carries && waiting.length() < MANY && !client.writeQueueFull());
        }
    }

    private static void read(NetSocket socket, boolean wanted) {
        if (wanted) {
            socket.resume();
        } else {
            socket.pause();
        }
    }

    private void gone() {
        over = true;
        proxy.forget(this);
        if (server != null) {
            server.close();
        }
    }
}
