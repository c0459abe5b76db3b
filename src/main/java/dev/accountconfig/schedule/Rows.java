package dev.accountconfig.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A timeline cut into local dates. Names are dealt out event by event, so that the cost is that of the days touched. */
final class Rows {
    private final Window window;
    private final Timeline timeline;
    private final Optional<String> workdays;
    private final List<Instant> midnights;
    private final List<Set<String>> names;

    /** @param workdays the name of the workdays object, where one applies */
    Rows(Window window, Timeline timeline, Optional<String> workdays) {
        this.window = window;
        this.timeline = timeline;
        this.workdays = workdays;
        midnights = window.from()
                .datesUntil(window.to().plusDays(1))
                .map(day -> Occurrences.startOf(day, window.zone()))
                .toList();
        names = new ArrayList<>(Collections.nCopies(midnights.size() - 1, Set.of()));
    }

    List<DayHours> of(Ruling ruling) {
        for (Occurrence occurrence : ruling.occurrences()) {
            ruling.reaches(occurrence).forEach(reach -> name(occurrence.event().name(), reach));
        }
        List<DayHours> rows = new ArrayList<>(names.size());
        for (int day = 0; day < names.size(); day++) {
            rows.add(row(day));
        }
        return rows;
    }

    private void name(String name, Interval reach) {
        for (int day = firstTouched(reach);
                day < names.size() && midnights.get(day).isBefore(reach.end());
                day++) {
            if (names.get(day).isEmpty()) {
                names.set(day, new LinkedHashSet<>());
            }
            names.get(day).add(name);
        }
    }

    private int firstTouched(Interval reach) {
        int found = Collections.binarySearch(midnights, reach.start());
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private DayHours row(int day) {
        LocalDate date = window.from().plusDays(day);
        return Interval.between(midnights.get(day), midnights.get(day + 1))
                .map(range -> row(date, range, names.get(day)))
                .orElseGet(() -> DayHours.none(date));
    }

    private DayHours row(LocalDate date, Interval range, Set<String> events) {
        boolean ruled = !events.isEmpty();
        List<String> because = new ArrayList<>(events);
        workdays.filter(name -> !ruled || timeline.byWorkdays().overlaps(range)).ifPresent(because::add);
        return new DayHours(date, open(range), source(ruled), because);
    }

    private Source source(boolean ruled) {
        if (ruled) {
            return Source.OCCASION;
        }
        return workdays.isPresent() ? Source.WORKDAYS : Source.NONE;
    }

    private List<DayHours.Open> open(Interval day) {
        return timeline.open().clip(day).list().stream()
                .map(each -> new DayHours.Open(
                        time(each.start()), each.end().equals(day.end()) ? "24:00" : time(each.end())))
                .toList();
    }

    private String time(Instant instant) {
        ZoneId zone = window.zone();
        return LocalTime.ofInstant(instant, zone).toString();
    }
}
