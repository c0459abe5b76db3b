package dev.accountconfig.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A key is held down after a failed refresh: nobody tries again until the pause is over, however many read.
 *
 * @param failures in a row; 0 where the last refresh went well
 * @param until reading of the ticker
 * @param cause the last failure; null exactly where {@code failures} is 0
 */
public record HoldDown(int failures, long until, @Nullable Throwable cause) {
    public static final HoldDown NONE = new HoldDown(0, 0, null);

    public boolean holds(long now) {
        return failures > 0 && now - until < 0;
    }

    public Duration remaining(long now) {
        return holds(now) ? Duration.ofNanos(until - now) : Duration.ZERO;
    }

    /** The pause is over now; that it failed is not forgotten. */
    HoldDown released(long now) {
        return holds(now) ? new HoldDown(failures, now, cause) : this;
    }

    /** One failure more. */
    public HoldDown after(Throwable failure, long now, RetrySchedule schedule, Chance chance) {
        Duration pause = schedule.pause(failures + 1, failure, chance);
        return new HoldDown(failures + 1, now + pause.toNanos(), failure);
    }
}
