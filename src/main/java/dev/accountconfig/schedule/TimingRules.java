package dev.accountconfig.schedule;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for when an event takes place (contract 1.6, {@code dateTime} and {@code timeZone}). */
final class TimingRules {
    private static final Set<String> REGIONS = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** As written, to the second: a limit that the vendor counts must not be missed by a minute that we add. */
    private static final Occurrences LITERAL = new Occurrences(Readings.literal());

    private TimingRules() {}

    /** @return understood where start and end are, in UTC where only the zone is not, so that lengths can be looked at */
    static Timing check(Proposal.Event event, Violations here) {
        Optional<WallTime> start = time(event.start(), here.at("start"));
        Optional<WallTime> end = time(event.end(), here.at("end"));
        ZoneId zone = zone(event.timeZone(), here.at("timeZone"));
        if (start.isEmpty() || end.isEmpty()) {
            return new Timing.Unclear("", "", "", "told already");
        }
        Timing.Span span = new Timing.Span(start.get(), end.get(), zone);
        inOrder(span, here.at("end"));
        return span;
    }

    /** The weekday an event starts on, whatever is wrong with its end. */
    static Optional<DayOfWeek> weekday(Proposal.Event event) {
        return Optional.ofNullable(event.start())
                .flatMap(TimingRules::read)
                .map(start -> start.date().getDayOfWeek());
    }

    /** As a planner reads it off the clock; empty where it is not understood or takes no time. */
    static Optional<LocalSpan> local(Timing timing) {
        return LITERAL.local(timing);
    }

    private static void inOrder(Timing.Span span, Violations end) {
        if (span.from().isDateOnly() != span.to().isDateOnly()) {
            end.add("must be in the form of the start: both a date, or both a date and a time");
        } else if (local(span).isEmpty()) {
            end.add("must be after the start");
        }
    }

    private static Optional<WallTime> time(@Nullable String text, Violations here) {
        if (text == null) {
            here.missing();
            return Optional.empty();
        }
        Optional<WallTime> time = read(text);
        here.addIf(
                time.isEmpty(),
                "must be a date like 2026-12-24 or a date and time like 2026-12-24T09:00:00, without an offset");
        return time.filter(known -> isPlausible(known, here));
    }

    private static Optional<WallTime> read(String text) {
        try {
            return Optional.of(WallTime.parse(text));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(WallTime time, Violations here) {
        boolean plausible = Occurrences.isPlausible(time.date());
        here.addIf(!plausible, "must be in the years 1 to 9999");
        return plausible;
    }

    /** Region names only: an offset would be an hour off for half of the year. */
    private static ZoneId zone(@Nullable String text, Violations here) {
        if (text == null) {
            here.missing();
        } else if (REGIONS.contains(text)) {
            return ZoneId.of(text);
        } else {
            here.add("must be the name of a time zone like Europe/London");
        }
        return ZoneOffset.UTC;
    }
}
