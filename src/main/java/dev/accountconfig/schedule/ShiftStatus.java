package dev.accountconfig.schedule;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's own answer to "is this skill on shift?" (contract 2.5 and 11.13). Where nothing is known it is off shift,
 * as the vendor's form has no third state.
 *
 * @param nextOn epoch milliseconds; null where there is no opening ahead, as round the clock
 * @param nextOff epoch milliseconds; null where there is no close ahead, as round the clock
 */
public record ShiftStatus(
        long skillId,
        boolean onShift,
        @Nullable Long nextOn,
        @Nullable Long nextOff) {
    public static ShiftStatus of(long skillId, Status status) {
        return new ShiftStatus(
                skillId, status.state() == Status.State.OPEN, millis(status.nextOpen()), millis(status.nextClose()));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return Optional.ofNullable(instant).map(Instant::toEpochMilli).orElse(null);
    }
}
