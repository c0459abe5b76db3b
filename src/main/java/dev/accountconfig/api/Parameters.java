package dev.accountconfig.api;

import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.DateRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a caller put into the address; refuses nonsense with the parameter's name. */
final class Parameters {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private Parameters() {}

    static AccountId account(String value) {
        try {
            return new AccountId(value);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid("{accountId}", "is none: " + malformed.getMessage())
                    .asException();
        }
    }

    static long id(String value) {
        return id("{id}", value);
    }

    static long id(String pointer, String value) {
        if (!ID.matcher(value).matches()) {
            throw Problem.invalid(pointer, "must be a positive whole number").asException();
        }
        return Long.parseLong(value);
    }

    /** @return null where the caller asks about the account as a whole */
    static @Nullable Long skill(@Nullable String value) {
        return value == null ? null : Long.valueOf(id("?skill", value));
    }

    /** An open end is as far as dates reach; empty where the caller gave neither. */
    static Optional<DateRange> window(@Nullable String from, @Nullable String to) {
        if (from == null && to == null) {
            return Optional.empty();
        }
        LocalDate start = from == null ? LocalDate.MIN : date("?from", from);
        LocalDate end = to == null ? LocalDate.MAX : date("?to", to);
        if (!start.isBefore(end)) {
            throw Problem.invalid("?to", "must be later than from").asException();
        }
        return Optional.of(new DateRange(start, end));
    }

    /** Years have four digits, so that nothing overflows by adding days to a date. */
    static LocalDate date(String pointer, String value) {
        try {
            if (DATE.matcher(value).matches()) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeParseException noDate) {
            // told below, like any other form: a 30 February
        }
        throw Problem.invalid(pointer, "must be a date like 2026-12-21").asException();
    }

    static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException unknown) {
            throw Problem.invalid("?zone", "must be a time zone like Europe/London")
                    .asException();
        }
    }

    /** A time without an offset could be anybody's, so it is refused. */
    static Instant instant(String pointer, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException noInstant) {
            throw Problem.invalid(pointer, "must be a time with an offset like 2026-12-24T12:00:00Z")
                    .asException();
        }
    }
}
