package dev.accountconfig.cache;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the values that an answer was made of would be served at one moment, together; as {@link Served} has it. */
public final class Standing {
    private final Glance<?, ?> last;
    private final Outcome outcome;
    private final long age;
    private final long ttl;

    /** As old as the oldest, believed as long as the soonest to end. */
    Standing(Glance<?, ?> last) {
        Outcome worst = last.outcome();
        long oldest = last.age();
        long soonest = last.ttl();
        for (Glance<?, ?> each = last.before(); each != null; each = each.before()) {
            worst = worst.orWorse(each.outcome());
            oldest = Math.max(oldest, each.age());
            soonest = Math.min(soonest, each.ttl());
        }
        this.last = last;
        this.outcome = worst;
        this.age = oldest;
        this.ttl = soonest;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whole seconds since the origin sent or confirmed the oldest value. */
    public long age() {
        return seconds(age);
    }

    /** Whole seconds, rounded down, until one of the values is not believed any longer; negative where that has been. */
    public long ttl() {
        return seconds(ttl);
    }

    /** As the origin last named it; null where it named none, and where there are several values. */
    public @Nullable String revision() {
        return last.before() == null ? last.revision() : null;
    }

    /** The reads are made: each is counted, and takes off where that is due. */
    public void take() {
        for (Glance<?, ?> each = last; each != null; each = each.before()) {
            each.take();
        }
    }

    private static long seconds(long nanos) {
        return Math.floorDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
