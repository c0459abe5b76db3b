package dev.accountconfig;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How long answers took, from asking for a connection to the last byte. At least one answer. */
public final class Latencies {

    private final long[] nanos;

    private Latencies(long[] sorted) {
        nanos = sorted;
    }

    /** As if they had been measured together. */
    static Latencies joined(List<Latencies> some) {
        long[] all = some.stream()
                .flatMapToLong(one -> Arrays.stream(one.nanos))
                .sorted()
                .toArray();
        return new Latencies(all);
    }

    public int count() {
        return nanos.length;
    }

    /** The least of them that so great a part does not exceed: {@code percentile(0.99)}. */
    public Duration percentile(double part) {
        int rank = (int) Math.ceil(part * nanos.length);
        return Duration.ofNanos(nanos[Math.max(1, rank) - 1]);
    }

    public Duration max() {
        return percentile(1);
    }

    @Override
    public String toString() {
        return "%d answers, median %s, 99%% within %s, all within %s"
                .formatted(count(), percentile(0.5), percentile(0.99), max());
    }

    /** Of one thread. */
    static final class Growing {
        private long[] nanos = new long[1024];
        private int count;

        void add(long more) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = more;
        }

        Latencies sorted() {
            var copy = Arrays.copyOf(nanos, count);
            Arrays.sort(copy);
            return new Latencies(copy);
        }
    }
}
