package dev.accountconfig.simulator;

import io.vertx.core.Vertx;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One simulator a class, as new before every test; bearers are drawn from a fixed seed. */
abstract class SimulatorTestCase {

    static final TestClock CLOCK = new TestClock();
    private static final Vertx VERTX = Vertx.vertx();

    static Simulator simulator;

    final Visitor visitor = new Visitor(simulator);

    @BeforeAll
    static void start() {
        simulator = Simulator.setup()
                .withClock(CLOCK)
                .withRandom(new Random(31_415_926))
                .start(VERTX);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void asNew() {
        simulator.reset();
        CLOCK.rewind();
    }
}
