package dev.accountconfig.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of a place, for those who keep an answer as long as a date lasts. */
public final class LocalDays {
    private LocalDays() {}

    public static LocalDate today(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone);
    }

    /** Not always what is left of 24 hours: a day can be longer or shorter, and its midnight be skipped. */
    public static Duration untilTomorrow(Instant now, ZoneId zone) {
        return Duration.between(now, Occurrences.startOf(today(now, zone).plusDays(1), zone));
    }
}
