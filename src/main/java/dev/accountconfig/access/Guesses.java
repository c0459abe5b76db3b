package dev.accountconfig.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Failed sign-ins of a name, whether or not a caller has it: ten at once, ten a minute. */
public final class Guesses {
    private static final double A_SECOND = 10 / 60.0;
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final LongSupplier ticker;
    private final Cache<Fingerprint, Allowance> names =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** @param ticker nanoseconds of any origin */
    public Guesses(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** @return zero where this one is answered as wrong; else how long to wait */
    public Duration count(String name) {
        return names.get(Fingerprint.of(name), unseen -> Allowance.of(A_SECOND, AT_ONCE, ticker))
                .spend();
    }
}
