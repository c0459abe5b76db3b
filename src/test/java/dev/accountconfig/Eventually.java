package dev.accountconfig;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** For what happens on other threads over real sockets, where no clock can be moved by hand. */
public final class Eventually {
    private Eventually() {}

    public static void holds(ThrowingRunnable assertion) {
        holdsWithin(Duration.ofSeconds(20), assertion);
    }

    /** For what takes hundreds of requests, on a machine that may be busy. */
    public static void holdsWithin(Duration limit, ThrowingRunnable assertion) {
        Awaitility.await().pollInterval(Duration.ofMillis(10)).atMost(limit).untilAsserted(assertion);
    }
}
