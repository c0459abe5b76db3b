package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Readings.OffAlone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Mistakes in special occasions. */
final class OccasionReview {
    /** A migration weekend is plausible, two weeks without a night are not. */
    private static final int LONG_SPAN_DAYS = 7;

    private final Occurrences occurrences;
    private final Readings readings;
    private final LocalDate today;

    OccasionReview(Occurrences occurrences, Readings readings, LocalDate today) {
        this.occurrences = occurrences;
        this.readings = readings;
        this.today = today;
    }

    void review(Occasion occasion, Findings.About about) {
        List<Placed> placed = new ArrayList<>();
        for (int index = 0; index < occasion.events().size(); index++) {
            OccasionEvent event = occasion.events().get(index);
            Optional<Series> series = honoured(event, about.event(index));
            if (series.isPresent()) {
                placed.add(new Placed(index, event, series.get()));
            }
        }
        Agenda working = new Agenda(placed.stream()
                .filter(each -> each.event().working())
                .map(Placed::series)
                .toList());
        placed.forEach(each -> review(each, working, about.event(each.index())));
        lastClosure(placed, about);
    }

    private record Placed(int index, OccasionEvent event, Series series) {
        LocalDate lastDay() {
            return series.first().lastDay().plusDays(series.copies() - 1L);
        }
    }

    private Optional<Series> honoured(OccasionEvent event, Findings.About about) {
        String what = "\"" + event.name() + "\"";
        Optional<Series> series = occurrences.of(event);
        if (event.recurrence().copies() < 1) {
            about.fail(
                    "%s is left out: its rule \"%s\" is none that occasions have."
                            .formatted(what, event.recurrence().rule()),
                    "Write every date as an event of its own, or use FREQ=DAILY;COUNT=n;INTERVAL=1.");
        } else if (series.isEmpty()) {
            about.unclear(what, event.timing());
        }
        return series;
    }

    private void review(Placed placed, Agenda working, Findings.About about) {
        if (placed.event().working()) {
            longSpan(placed.event(), about);
        } else {
            tooManyDaysOff(placed.event(), about);
            emptiedDay(placed, working).ifPresent(day -> emptied(placed.event(), day, about));
        }
    }

    private void longSpan(OccasionEvent event, Findings.About about) {
        boolean hasTimes = event.timing()
                .understood()
                .filter(span -> !span.from().isDateOnly() && !span.to().isDateOnly())
                .isPresent();
        boolean isLong = occurrences
                .local(event.timing())
                .filter(span -> span.isLongerThan(LONG_SPAN_DAYS))
                .isPresent();
        if (hasTimes && isLong && event.recurrence().isOnce()) {
            about.warn(
                    "\"%s\" runs from %s to %s; that can mean open day and night for all that time, or these hours every day."
                            .formatted(
                                    event.name(),
                                    event.timing().start(),
                                    event.timing().end()),
                    "For the same hours every day, end it on its first day and repeat it with FREQ=DAILY;COUNT=n;INTERVAL=1.");
        }
    }

    private static void tooManyDaysOff(OccasionEvent event, Findings.About about) {
        if (event.recurrence().copies() > Limits.DAYS_OFF) {
            about.warn(
                    "\"%s\" is off for %d days; LivePerson allows %d."
                            .formatted(event.name(), event.recurrence().copies(), Limits.DAYS_OFF),
                    "Split it, or the next change to this item will be refused.");
        }
    }

    private static void emptied(OccasionEvent event, LocalDate day, Findings.About about) {
        about.warn(
                "\"%s\" is off for only a part of %s, but an occasion replaces the hours of its day and no working event names any, so that day is closed altogether."
                        .formatted(event.name(), day),
                "Add a working event with the hours that remain, or make it off for the whole day.");
    }

    /** The first day that loses its hours to an off event with clock times. */
    private Optional<LocalDate> emptiedDay(Placed off, Agenda working) {
        if (readings.offAlone() != OffAlone.EMPTIES_DAY || off.series().first().isAllDay()) {
            return Optional.empty();
        }
        long first = off.series().firstDay();
        return off.series().touching(first, first + Window.MAX_DAYS).stream()
                .flatMap(each -> each.partialDays().stream())
                .filter(day -> !touches(working, day))
                .findFirst();
    }

    private static boolean touches(Agenda working, LocalDate day) {
        return working.touching(day).stream()
                .anyMatch(each -> !day.isBefore(each.firstDay()) && !day.isAfter(each.lastDay()));
    }

    private void lastClosure(List<Placed> placed, Findings.About about) {
        placed.stream()
                .filter(each -> !each.event().working())
                .max(Comparator.comparing(Placed::lastDay))
                .filter(last -> last.lastDay().isBefore(today))
                .ifPresent(last -> about.event(last.index())
                        .warn(
                                "The last closure, \"%s\" on %s, is over; no closure lies ahead."
                                        .formatted(last.event().name(), last.lastDay()),
                                "No rule repeats every year: add the dates of the coming holidays."));
    }
}
