package dev.accountconfig;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What became of every request of a {@link Load}, or of those so far.
 *
 * @param asked sent, or tried to
 * @param byStatus those with a whole answer
 * @param cancelled by us
 * @param lost neither answered nor cancelled: no connection, a broken one, or nothing for too long
 * @param losses the first of them, in words
 * @param violated answers that the check refused; they are among the answered
 * @param violations the first of them
 * @param latencies of the answered, by class
 */
public record LoadReport(
        long asked,
        Map<Integer, Long> byStatus,
        long cancelled,
        long lost,
        List<String> losses,
        long violated,
        List<Violation> violations,
        Map<String, Latencies> latencies,
        Duration took) {

    /** At most so many losses and violations are kept in words. */
    static final int KEPT = 20;

    public record Violation(LoadPlan.Ask ask, int status, String message) {}

    public long answered() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    public long answered(int status) {
        return byStatus.getOrDefault(status, 0L);
    }

    /** Nothing is left under way, and nothing went missing in the books. */
    public boolean isComplete() {
        return asked == answered() + cancelled + lost;
    }

    /** @throws IllegalArgumentException where no answer was of that class: nothing can be said of its latency */
    public Latencies latencies(String name) {
        if (!latencies.containsKey(name)) {
            throw new IllegalArgumentException("no answer was of the class " + name + ", only " + latencies.keySet());
        }
        return latencies.get(name);
    }

    public long perSecond() {
        return answered() * 1_000 / Math.max(1, took.toMillis());
    }
}
