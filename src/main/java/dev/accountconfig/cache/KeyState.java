package dev.accountconfig.cache;

import java.time.Duration;

/**
 * How a key stands.
 *
 * @param heldDown until the next attempt; zero where it is not held down
 */
public record KeyState(Phase phase, Duration age, Duration heldDown) {}
