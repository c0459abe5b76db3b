package dev.accountconfig.api;

import java.time.Duration;

/** Rounded up: whoever comes back too early is refused again, and what is held for a moment is held. */
public final class WholeSeconds {
    private static final long LESS_THAN_ONE = 999_999_999;

    private WholeSeconds() {}

    public static long of(Duration pause) {
        return pause.plusNanos(LESS_THAN_ONE).toSeconds();
    }
}
