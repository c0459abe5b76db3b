package dev.accountconfig.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * A reading of a wall clock, as the vendor writes it: a whole day, or a time on a day; never an instant (contract 1.6,
 * {@code dateTime}).
 */
public sealed interface WallTime {
    LocalDate date();

    /** As an hour of a clock; a whole day begins at midnight. */
    LocalDateTime clock();

    /** Whether no time of day was given. */
    boolean isDateOnly();

    /** {@code yyyy-MM-dd} or {@code yyyy-MM-dd'T'HH:mm:ss}. */
    String text();

    /**
     * Reads {@code yyyy-MM-dd} or {@code yyyy-MM-dd'T'HH:mm[:ss]}; the form without seconds stands in the vendor's prose
     * (contract 2.2).
     *
     * @throws DateTimeParseException for any other form, an offset or a fraction of a second included
     */
    static WallTime parse(String text) {
        if (!Time.FORM.matcher(text).matches()) {
            throw new DateTimeParseException("neither a date nor a date with a time", text, 0);
        }
        return text.indexOf('T') < 0 ? new Day(LocalDate.parse(text)) : new Time(LocalDateTime.parse(text));
    }

    /** A whole day: "24/7 is assumed" where no time is given. */
    record Day(LocalDate date) implements WallTime {
        @Override
        public LocalDateTime clock() {
            return date.atStartOfDay();
        }

        @Override
        public boolean isDateOnly() {
            return true;
        }

        @Override
        public String text() {
            return date.toString();
        }
    }

    record Time(LocalDateTime time) implements WallTime {
        private static final Pattern FORM =
                Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?");
        private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

        @Override
        public LocalDate date() {
            return time.toLocalDate();
        }

        @Override
        public LocalDateTime clock() {
            return time;
        }

        @Override
        public boolean isDateOnly() {
            return false;
        }

        @Override
        public String text() {
            return SECONDS.format(time);
        }
    }
}
