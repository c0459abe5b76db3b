package dev.accountconfig.cache;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the values that an answer was made of would be served at one moment, together; as {@link Served} has it. */
public final class Standing {
    private final Glance<?, ?> glance;
    private final @Nullable Standing others;
    private final Outcome outcome;
    private final long age;
    private final long ttl;

    private Standing(Glance<?, ?> glance, @Nullable Standing others, Outcome outcome, long age, long ttl) {
        this.glance = glance;
        this.others = others;
        this.outcome = outcome;
        this.age = age;
        this.ttl = ttl;
    }

    static Standing of(Glance<?, ?> glance) {
        return new Standing(glance, null, glance.outcome(), glance.age(), glance.ttl());
    }

    /** As old as the oldest, believed as long as the soonest to end. */
    Standing and(Glance<?, ?> next) {
        return new Standing(
                next, this, outcome.orWorse(next.outcome()), Math.max(age, next.age()), Math.min(ttl, next.ttl()));
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
        return others == null ? glance.revision() : null;
    }

    /** The reads are made: each is counted, and takes off where that is due. */
    public void take() {
        for (Standing each = this; each != null; each = each.others) {
            each.glance.take();
        }
    }

    private static long seconds(long nanos) {
        return Math.floorDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
