package dev.accountconfig.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a simulator is started with.
 *
 * @param port 0 for a free one
 * @param clock decides when sessions end; a test may own it
 * @param random makes bearers and session ids
 */
public record Setup(int port, InstantSource clock, RandomGenerator random) {

    /** The port that is documented for developers. */
    public static final int USUAL_PORT = 8089;

    static final Setup DEFAULT = new Setup(0, InstantSource.system(), new SecureRandom());

    public Setup withPort(int other) {
        return new Setup(other, clock, random);
    }

    public Setup withClock(InstantSource other) {
        return new Setup(port, other, random);
    }

    public Setup withRandom(RandomGenerator other) {
        return new Setup(port, clock, other);
    }

    /** Listens when it returns, and closes a Vert.x of its own in the end. */
    public Simulator start() {
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        return listening(new Simulator(this, vertx, () -> Simulator.await(vertx.close())));
    }

    /** Listens when it returns; the Vert.x stays open in the end. */
    public Simulator start(Vertx vertx) {
        return listening(new Simulator(this, vertx, () -> {}));
    }

    private static Simulator listening(Simulator simulator) {
        try {
            simulator.listen();
            return simulator;
        } catch (IllegalStateException e) {
            simulator.close();
            throw e;
        }
    }
}
