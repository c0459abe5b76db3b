package dev.accountconfig.liveperson;

import java.time.Duration;

/**
 * What one vendor call may cost.
 *
 * @param deadline from the first byte sent to the last received; a client's read time-out would be renewed by every byte
 * @param bodyLimit bytes
 */
public record CallLimits(Duration deadline, int bodyLimit) {}
