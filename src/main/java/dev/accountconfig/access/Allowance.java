package dev.accountconfig.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * So many requests a second, and those of one second, or another span, at once. One number is kept: when the requests so far
 * would be over, had they come evenly. No request waits for another here, and none of a caller touches another caller's.
 */
public final class Allowance {
    static final Allowance UNLIMITED = new Allowance(0, 0, () -> 0);

    private static final long SECOND = 1_000_000_000;

    private final long pace;
    private final long burst;
    private final LongSupplier ticker;
    private final AtomicLong spentUntil;

    /** @param ticker nanoseconds of any origin */
    public static Allowance of(double requestsASecond, LongSupplier ticker) {
        return of(requestsASecond, Duration.ofSeconds(1), ticker);
    }

    /** @param burst whose requests may come at once */
    static Allowance of(double requestsASecond, Duration burst, LongSupplier ticker) {
        long pace = Math.max(1, (long) (SECOND / requestsASecond));
        return new Allowance(pace, Math.max(pace, burst.toNanos()), ticker);
    }

    private Allowance(long pace, long burst, LongSupplier ticker) {
        this.pace = pace;
        this.burst = burst;
        this.ticker = ticker;
        this.spentUntil = new AtomicLong(ticker.getAsLong());
    }

    /** What is refused is not counted: whoever keeps on asking is not kept out for longer. */
    Duration spend() {
        if (pace == 0) {
            return Duration.ZERO;
        }
        long now = ticker.getAsLong();
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
