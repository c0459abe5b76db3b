package dev.accountconfig.cache;

import java.time.Duration;

/** When a key whose refresh failed may be asked for again. Pure. */
@FunctionalInterface
public interface RetrySchedule {
    /**
     * @param failures in a row, this one included; at least 1
     * @return never shorter than what the origin asked for
     */
    Duration pause(int failures, Throwable failure, Chance chance);
}
