package dev.accountconfig.liveperson;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What an account is let in by, as long as it lasts. All times are readings of the ticker.
 *
 * <pre>
 *   granted ......... due ......... over
 *     used by every call; from "due" on, with the next one fetched behind the callers' backs
 * </pre>
 */
final class Session {
    private final Granted granted;
    private final long began;
    private final long due;
    private final long over;

    /** When it is to be prolonged, if it is used then. */
    private final AtomicLong tired;

    /** Due a tenth before its end, so that there is time to try again. */
    Session(Granted granted, long now) {
        long lifetime = granted.lifetime().toNanos();
        this.granted = granted;
        this.began = now;
        this.due = now + lifetime / 10 * 9;
        this.over = now + lifetime;
        this.tired = new AtomicLong(now + granted.keeper().every().toNanos());
    }

    Pass pass() {
        return granted.pass();
    }

    Keeper keeper() {
        return granted.keeper();
    }

    Duration age(long now) {
        return Duration.ofNanos(now - began);
    }

    boolean isDue(long now) {
        return now - due >= 0;
    }

    boolean isOver(long now) {
        return now - over >= 0;
    }

    /** True for one caller only, until it is tired again. */
    boolean isProlongedBy(long now) {
        long since = tired.get();
        return now - since >= 0
                && tired.compareAndSet(since, now + granted.keeper().every().toNanos());
    }
}
