package dev.accountconfig.liveperson;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's calendar: ours, until it turns down a call and shows how late it is there (RFC 5849 section 3.3). One for
 * all accounts, and for no longer than this process lives.
 */
final class VendorClock {
    private final InstantSource ours;
    private volatile Duration ahead = Duration.ZERO;

    VendorClock(InstantSource ours) {
        this.ours = ours;
    }

    long seconds() {
        return ours.instant().plus(ahead).getEpochSecond();
    }

    /** @param date in the form of RFC 9110 section 5.6.7; anything else teaches nothing */
    void learn(@Nullable String date) {
        if (date == null) {
            return;
        }
        try {
            ahead = Duration.between(ours.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException nonsense) {
            // What was known before is as good as anything.
        }
    }
}
