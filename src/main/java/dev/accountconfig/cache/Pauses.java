package dev.accountconfig.cache;

import java.time.Duration;
import java.util.List;

/**
 * How long to leave an origin alone after the first, second, third … failure in a row; the last pause repeats.
 *
 * @param steps at least one
 */
public record Pauses(List<Duration> steps) {
    private static final double JITTER = 0.1;

    public Pauses {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("at least one pause is needed");
        }
    }

    /** The vendor's own policy: 5, 10, 15 s, then 2, 4, 8 minutes (contract 7). */
    public static Pauses ofTheVendor() {
        return new Pauses(List.of(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofMinutes(2),
                Duration.ofMinutes(4),
                Duration.ofMinutes(8)));
    }

    /**
     * Up to 10 % longer than the step, never shorter: too short an interval is what the vendor warns of.
     *
     * @param failures in a row, at least 1
     */
    Duration after(int failures, Chance chance) {
        Duration step = steps.get(Math.min(failures, steps.size()) - 1);
        return Duration.ofNanos((long) (step.toNanos() * (1 + JITTER * chance.next())));
    }
}
