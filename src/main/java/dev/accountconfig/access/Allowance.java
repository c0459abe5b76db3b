package dev.accountconfig.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * So many requests a second, and those of one second at once. One number is kept: when the requests so far would be over, had
 * they come evenly. No request waits for another here, and none of a caller touches another caller's.
 */
public final class Allowance {
    static final Allowance UNLIMITED = new Allowance(0, () -> 0);

    private static final long SECOND = 1_000_000_000;

    private final long pace;
    private final LongSupplier ticker;
    private final AtomicLong spentUntil;

    /** @param ticker nanoseconds of any origin */
    public static Allowance of(double requestsASecond, LongSupplier ticker) {
        return new Allowance(Math.max(1, (long) (SECOND / requestsASecond)), ticker);
    }

    private Allowance(long pace, LongSupplier ticker) {
        this.pace = pace;
        this.ticker = ticker;
        this.spentUntil = new AtomicLong(ticker.getAsLong());
    }

    /** What is refused is not counted: whoever keeps on asking is not kept out for longer. */
    Duration spend() {
        if (pace == 0) {
            return Duration.ZERO;
        }
        long now = ticker.getAsLong();
        long burst = Math.max(SECOND, pace);
        while (true) {
            long seen = spentUntil.get();
            long next = (seen - now > 0 ? seen : now) + pace;
            long beyond = next - now - burst;
            if (beyond > 0) {
                return Duration.ofNanos(beyond);
            }
            if (spentUntil.compareAndSet(seen, next)) {
                return Duration.ZERO;
            }
        }
    }
}
