package dev.accountconfig.schedule;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time, half-open: {@code start} belongs to it, {@code end} does not. Never empty. */
public record Interval(Instant start, Instant end) {
    /** @throws IllegalArgumentException when the end is not after the start */
    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("an interval ends after it starts");
        }
    }

    /** What lies between two instants: nothing when the second is not after the first. */
    public static Optional<Interval> between(Instant start, Instant end) {
        return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** Whether there is an instant in both; intervals that only meet have none. */
    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
