package dev.accountconfig.faults;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.EnumMap;
import java.util.Map;

/** The end of TLS: what comes in encrypted goes on plainly to the server. One for each face. */
final class Terminator {

    /** Who the server claims to be. */
    enum Face {
        /** The one that was asked for; without TLS the only one. */
        GENUINE,
        OF_ANOTHER_AUTHORITY,
        OF_ANOTHER_HOST
    }

    private final NetClient sockets;
    private final int server;

    private Terminator(NetClient sockets, int server) {
        this.sockets = sockets;
        this.server = server;
    }

    /** A port for each face, all in front of the same server. */
    static Map<Face, Integer> faces(Vertx vertx, NetClient sockets, int server, Authority authority) {
        var terminator = new Terminator(sockets, server);
        var ports = new EnumMap<Face, Integer>(Face.class);
        ports.put(Face.GENUINE, terminator.listen(vertx, authority.certify("localhost")));
        ports.put(
                Face.OF_ANOTHER_AUTHORITY,
                terminator.listen(vertx, Authority.create().certify("localhost")));
        ports.put(Face.OF_ANOTHER_HOST, terminator.listen(vertx, authority.certify("elsewhere.example")));
        return ports;
    }

    private int listen(Vertx vertx, Authority.Identity identity) {
        NetServer door = vertx.createNetServer(
                        new NetServerOptions().setSsl(true).setKeyCertOptions(identity.options()))
                .exceptionHandler(noHandshake -> {})
                .connectHandler(this::relay);
        return FaultProxy.await(door.listen(0, "localhost")).actualPort();
    }

    private void relay(NetSocket client) {
        client.exceptionHandler(broken -> {});
        client.pause();
        sockets.connect(server, "localhost")
                .onSuccess(upstream -> join(client, upstream))
                .onFailure(refused -> Wire.reset(client));
    }

    /** The end of one is the end of the other, and so is a reset. */
    private static void join(NetSocket client, NetSocket upstream) {
        client.closeHandler(closed -> upstream.close());
        client.pipeTo(upstream).onFailure(broken -> upstream.close());
        upstream.pipeTo(client).onFailure(broken -> Wire.reset(client));
    }
}
