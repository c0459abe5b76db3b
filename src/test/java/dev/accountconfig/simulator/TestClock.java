package dev.accountconfig.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is told to move on. */
final class TestClock implements InstantSource {

    static final Instant START = Instant.parse("2026-07-03T15:30:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration step) {
        now = now.plus(step);
    }

    void rewind() {
        now = START;
    }
}
