package dev.accountconfig.cache;

import java.time.Duration;
import java.util.List;

/**
 * How long to leave an origin alone after the first, second, third … failure in a row; the last pause repeats.
 *
 * @param steps at least one
 */
public record Pauses(List<Duration> steps) implements RetrySchedule {
    private static final double JITTER = 0.1;

    public Pauses {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("at least one pause is needed");
        }
    }

    public static Pauses of(Duration... steps) {
        return new Pauses(List.of(steps));
    }

    /** Up to 10 % longer than the step, never shorter: too short an interval is what an origin in trouble dreads. */
    @Override
    public Duration pause(int failures, Throwable failure, Chance chance) {
        Duration step = steps.get(Math.min(failures, steps.size()) - 1);
        Duration own = Duration.ofNanos((long) (step.toNanos() * (1 + JITTER * chance.next())));
        Duration asked = failure instanceof OriginFailure known ? known.retryAfter() : Duration.ZERO;
        return own.compareTo(asked) < 0 ? asked : own;
    }
}
