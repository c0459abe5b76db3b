package dev.accountconfig.api;

import dev.accountconfig.schedule.LocalDays;
import dev.accountconfig.schedule.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which hours a caller wants. What can be refused without knowing the account is refused when it is read.
 *
 * @param from null for today
 * @param to null for a week after {@code from}
 * @param zone null for the account's own
 */
record HoursQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ZoneId zone) {
    private static final int DEFAULT_DAYS = 7;

    static HoursQuery read(@Nullable String from, @Nullable String to, @Nullable String zone) {
        HoursQuery query = new HoursQuery(
                from == null ? null : Parameters.date("?from", from),
                to == null ? null : Parameters.date("?to", to),
                zone == null ? null : Parameters.zone(zone));
        if (query.from != null) {
            query.window(query.from, ZoneOffset.UTC);
        }
        return query;
    }

    /** @throws ProblemException where the dates make no window */
    Window window(Instant now, ZoneId home) {
        ZoneId where = zone == null ? home : zone;
        return window(from == null ? LocalDays.today(now, where) : from, where);
    }

    /** A window that begins today is another one tomorrow. */
    Validity valid(Instant now, Window window) {
        return from == null ? Validity.lasting(LocalDays.untilTomorrow(now, window.zone()), now) : Validity.ALWAYS;
    }

    private Window window(LocalDate start, ZoneId where) {
        try {
            return new Window(start, to == null ? start.plusDays(DEFAULT_DAYS) : to, where);
        } catch (IllegalArgumentException nonsense) {
            throw Problem.invalid(to == null ? "?from" : "?to", "makes no window: " + nonsense.getMessage())
                    .asException();
        }
    }
}
