package dev.accountconfig.faults;

import dev.accountconfig.faults.Terminator.Face;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;

/**
 * What can be wrong with a wire. A fault holds for connections to come and for open ones, from the moment it is switched
 * on; bytes are those of the wire, so that with TLS the handshake counts.
 *
 * <table>
 * <caption>the vocabulary</caption>
 * <tr><td>nothing</td><td>{@link None}</td></tr>
 * <tr><td>no connection; open ones are reset</td><td>{@link Refuse}, {@link Reset}, {@link BlackHole}</td></tr>
 * <tr><td>no connection; open ones are left hanging</td><td>{@link Partition}</td></tr>
 * <tr><td>one time so, one time so</td><td>{@link Flapping}</td></tr>
 * <tr><td>the answer is slow</td><td>{@link Latency}, {@link Bandwidth}, {@link Slicer}, {@link SlowClose}</td></tr>
 * <tr><td>the answer is cut</td><td>{@link ResetAfter}, {@link Limit}</td></tr>
 * <tr><td>TLS; open ones are reset</td><td>{@link WrongCertificate}, {@link WrongHost}, {@link PlainText}</td></tr>
 * </table>
 */
public sealed interface Fault {

    /** Whether anybody listens at all. */
    default boolean listens() {
        return true;
    }

    /** Whether bytes move. */
    default boolean carries() {
        return true;
    }

    /** Whether connections that are open when it begins go on. */
    default boolean sparesOpenOnes() {
        return true;
    }

    /** Whether it makes no sense without TLS. */
    default boolean isOfTls() {
        return face() != Face.GENUINE;
    }

    /** Who the server claims to be. */
    default Face face() {
        return Face.GENUINE;
    }

    /** A client has connected. */
    default void met(Wire wire) {
        wire.connect();
    }

    /** The client has sent this. */
    default void asked(Wire wire, Buffer bytes) {
        wire.toServer(bytes);
    }

    /** The server has sent this. */
    default void answered(Wire wire, Buffer bytes) {
        wire.toClient(bytes);
    }

    /** The server has closed, and all it sent has been passed on. */
    default void ended(Wire wire) {
        wire.close();
    }

    /** Nothing is wrong. */
    record None() implements Fault {}

    /** Nobody listens: connecting fails at once. */
    record Refuse() implements Fault {
        @Override
        public boolean listens() {
            return false;
        }

        @Override
        public boolean sparesOpenOnes() {
            return false;
        }

        @Override
        public void met(Wire wire) {
            wire.reset();
        }
    }

    /** Connecting works, and is followed by an RST. */
    record Reset() implements Fault {
        @Override
        public boolean sparesOpenOnes() {
            return false;
        }

        @Override
        public void met(Wire wire) {
            wire.reset();
        }
    }

    /** Connecting works, everything is swallowed, nothing answered, nothing closed. */
    record BlackHole() implements Fault {
        @Override
        public boolean sparesOpenOnes() {
            return false;
        }

        @Override
        public void met(Wire wire) {}

        @Override
        public void asked(Wire wire, Buffer bytes) {}
    }

    /**
     * Bytes stay where they are, on open connections too, which do not break; they arrive once it is over. While it lasts a
     * client that leaves is not noticed, and counts as connected.
     */
    record Partition() implements Fault {
        @Override
        public boolean carries() {
            return false;
        }
    }

    /**
     * Up for a time, then down, and so on, by the clock of the proxy; it begins with up. While down, connections are reset:
     * new ones when they are made, open ones as soon as a byte moves.
     */
    record Flapping(Duration up, Duration down) implements Fault {
        @Override
        public void met(Wire wire) {
            unlessDown(wire, wire::connect);
        }

        @Override
        public void asked(Wire wire, Buffer bytes) {
            unlessDown(wire, () -> wire.toServer(bytes));
        }

        @Override
        public void answered(Wire wire, Buffer bytes) {
            unlessDown(wire, () -> wire.toClient(bytes));
        }

        private void unlessDown(Wire wire, Runnable act) {
            boolean isUp = wire.faultAge().toNanos() % up.plus(down).toNanos() < up.toNanos();
            if (isUp) {
                act.run();
            } else {
                wire.reset();
            }
        }
    }

    /** Every byte of the answer comes so much later. */
    record Latency(Duration delay) implements Fault {
        @Override
        public void answered(Wire wire, Buffer bytes) {
            wire.keep(bytes);
            wire.after(delay, () -> wire.release(bytes.length()));
        }
    }

    /** The answer comes at so many bytes a second, in twenty portions or in single bytes. */
    record Bandwidth(int bytesPerSecond) implements Fault {
        private static final int PORTIONS = 20;

        @Override
        public void answered(Wire wire, Buffer bytes) {
            int portion = Math.max(1, bytesPerSecond / PORTIONS);
            wire.trickle(bytes, portion, Duration.ofSeconds(portion).dividedBy(bytesPerSecond));
        }
    }

    /** The answer comes in slices of so many bytes, with a pause after each. */
    record Slicer(int bytes, Duration pause) implements Fault {
        @Override
        public void answered(Wire wire, Buffer answer) {
            wire.trickle(answer, bytes, pause);
        }
    }

    /** The client learns so much later that the server has closed. */
    record SlowClose(Duration delay) implements Fault {
        @Override
        public void ended(Wire wire) {
            wire.after(delay, wire::close);
        }
    }

    /** RST in place of what follows so many bytes of answers, counted for each connection since the fault began. */
    record ResetAfter(long bytes) implements Fault {
        @Override
        public void answered(Wire wire, Buffer answer) {
            wire.toClientUpTo(bytes, answer, Wire::reset);
        }
    }

    /** The connection is closed in place of what follows so many bytes of answers, counted as for {@link ResetAfter}. */
    record Limit(long bytes) implements Fault {
        @Override
        public void answered(Wire wire, Buffer answer) {
            wire.toClientUpTo(bytes, answer, NetSocket::close);
        }
    }

    /** The right name, vouched for by an authority that nobody knows. */
    record WrongCertificate() implements Fault {
        @Override
        public Face face() {
            return Face.OF_ANOTHER_AUTHORITY;
        }
    }

    /** A certificate of the trusted authority, for another host. */
    record WrongHost() implements Fault {
        @Override
        public Face face() {
            return Face.OF_ANOTHER_HOST;
        }
    }

    /** An answer in plain HTTP to the first bytes of a handshake. */
    record PlainText() implements Fault {
        private static final String ANSWER =
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

        @Override
        public boolean isOfTls() {
            return true;
        }

        @Override
        public boolean sparesOpenOnes() {
            return false;
        }

        @Override
        public void met(Wire wire) {}

        @Override
        public void asked(Wire wire, Buffer bytes) {
            wire.toClient(Buffer.buffer(ANSWER));
            wire.close();
        }
    }
}
