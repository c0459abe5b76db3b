package dev.accountconfig.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection of a plain client that asks and reads by hand. */
final class Caller implements AutoCloseable {

    private final Socket socket;

    private Caller(Socket socket) {
        this.socket = socket;
    }

    static Caller of(FaultProxy proxy) throws IOException {
        var socket = new Socket("localhost", proxy.port());
        socket.setSoTimeout(10_000);
        return new Caller(socket);
    }

    Caller ask(int bytes) throws IOException {
        return send("GET /" + bytes + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    /** On a connection that may be broken already. */
    void tryToAsk(int bytes) {
        try {
            ask(bytes);
        } catch (IOException broken) {
            assertThat(broken).isInstanceOf(SocketException.class);
        }
    }

    /** The server closes after its answer. */
    Caller askOnce(int bytes) throws IOException {
        return send("GET /" + bytes + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    /** The body of an answer that has so many bytes. */
    String body(int bytes) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) next());
        }
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    /** -1 at the end. */
    int next() throws IOException {
        return socket.getInputStream().read();
    }

    byte[] rest() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    void waitAtMost(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
    }

    private Caller send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
