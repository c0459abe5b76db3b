package dev.accountconfig.schedule;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A stretch of time, decided, and the reasons for it as soon as somebody wants to know them. */
final class Block {
    private final long number;
    private final Timeline timeline;
    private final Supplier<Reasons> compute;
    private volatile @Nullable Reasons reasons;

    Block(long number, Timeline timeline, Supplier<Reasons> compute) {
        this.number = number;
        this.timeline = timeline;
        this.compute = compute;
    }

    long number() {
        return number;
    }

    Timeline timeline() {
        return timeline;
    }

    /** Computed at most once by each of those who ask at the same time. */
    Reasons reasons() {
        Reasons known = reasons;
        if (known == null) {
            known = compute.get();
            reasons = known;
        }
        return known;
    }
}
