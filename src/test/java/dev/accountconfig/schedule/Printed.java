package dev.accountconfig.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Hours as the contract prints them: local times, then UTC, then minutes. */
final class Printed {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("MM-dd'T'HH:mm'Z'", Locale.ENGLISH);

    private Printed() {}

    static Window window(String from, String to, String zone) {
        return new Window(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone));
    }

    static List<String> lines(EffectiveHours hours, String from, String to, String zone) {
        return hours.over(window(from, to, zone)).intervals().stream()
                .map(each -> line(each, ZoneId.of(zone)))
                .toList();
    }

    private static String line(Interval each, ZoneId zone) {
        return "%s to %s (%s to %s, %d min)"
                .formatted(
                        LOCAL.format(each.start().atZone(zone)),
                        LOCAL.format(each.end().atZone(zone)),
                        utc(each.start()),
                        utc(each.end()),
                        Duration.between(each.start(), each.end()).toMinutes());
    }

    /** {@code 2026-12-24 09:00-13:00 OCCASION [Christmas Eve short day]}. */
    static List<String> rows(EffectiveHours hours, String from, String to, String zone) {
        return hours.over(window(from, to, zone)).days().stream()
                .map(Printed::row)
                .toList();
    }

    private static String row(DayHours day) {
        List<String> open =
                day.open().stream().map(each -> each.start() + "-" + each.end()).toList();
        return "%s %s %s %s"
                .formatted(day.date(), open.isEmpty() ? "closed" : String.join(" ", open), day.source(), day.because());
    }

    private static String utc(Instant instant) {
        return UTC.format(instant.atOffset(ZoneOffset.UTC));
    }
}
