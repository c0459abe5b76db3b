package dev.accountconfig.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** The vendor's two ways to write a local time, and the third that the workdays prose uses (contract, section 2.2). */
final class LocalTimes {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TO_THE_SECOND = Pattern.compile(DATE + "T\\d{2}:\\d{2}:\\d{2}");
    private static final Pattern TO_THE_MINUTE = Pattern.compile(DATE + "T\\d{2}:\\d{2}");

    private LocalTimes() {}

    /** A date alone is its first moment; empty where the text is none of the forms or no real date. */
    static Optional<LocalDateTime> read(Kind kind, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text).atStartOfDay());
            }
            return hasTime(kind, text) ? Optional.of(LocalDateTime.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasTime(Kind kind, String text) {
        return TO_THE_SECOND.matcher(text).matches()
                || (kind == Kind.WORKDAYS && TO_THE_MINUTE.matcher(text).matches());
    }
}
