package dev.accountconfig.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A timeline cut into local dates. Names are dealt out event by event, so that the cost is that of the days touched. */
final class Rows {
    private final Window window;
    private final Timeline timeline;
    private final WeeklyPattern pattern;
    private final List<Instant> midnights;
    private final List<Set<String>> reaching;
    private final List<Set<String>> closing;

    Rows(Window window, Timeline timeline, WeeklyPattern pattern) {
        this.window = window;
        this.timeline = timeline;
        this.pattern = pattern;
        midnights = window.from()
                .datesUntil(window.to().plusDays(1))
                .map(day -> Occurrences.startOf(day, window.zone()))
                .toList();
        reaching = new ArrayList<>(Collections.nCopies(midnights.size() - 1, Set.of()));
        closing = new ArrayList<>(reaching);
    }

    List<DayHours> of(Ruling ruling) {
        for (Occurrence each : ruling.occurrences()) {
            String name = each.event().name();
            ruling.reaches(each).forEach(interval -> add(name, interval, reaching));
            ruling.closes(each).forEach(interval -> add(name, interval, closing));
        }
        return IntStream.range(0, reaching.size()).mapToObj(this::row).toList();
    }

    private void add(String name, Interval interval, List<Set<String>> names) {
        for (int day = firstTouched(interval);
                day < names.size() && midnights.get(day).isBefore(interval.end());
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
                .map(range -> reaching.get(day).isEmpty() ? unruled(date, range) : ruled(date, range, day))
                .orElseGet(() -> DayHours.none(date));
    }

    private DayHours unruled(LocalDate date, Interval range) {
        Source source = pattern.applies() ? Source.WORKDAYS : Source.NONE;
        return new DayHours(date, open(range), source, pattern.names());
    }

    private DayHours ruled(LocalDate date, Interval range, int day) {
        List<DayHours.Open> open = open(range);
        boolean closed = open.isEmpty() && !closing.get(day).isEmpty();
        List<String> because = new ArrayList<>((closed ? closing : reaching).get(day));
        if (timeline.byWorkdays().overlaps(range)) {
            because.addAll(pattern.names());
        }
        return new DayHours(date, open, Source.OCCASION, because);
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
