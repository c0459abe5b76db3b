package dev.accountconfig.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shifts of a workdays object, ready to be asked: by zone, because a day that loses its shifts can begin at another
 * instant in each, then by weekday. None at all is a pattern as well, one that does not apply.
 */
final class WeeklyPattern {
    private static final WeeklyPattern NONE = new WeeklyPattern(List.of(), List.of());

    private final List<String> names;
    private final Map<ZoneId, Map<DayOfWeek, List<Shift>>> shifts = new LinkedHashMap<>();

    private WeeklyPattern(List<String> names, List<Shift> shifts) {
        this.names = names;
        for (Shift shift : shifts) {
            this.shifts
                    .computeIfAbsent(shift.zone(), zone -> new EnumMap<>(DayOfWeek.class))
                    .computeIfAbsent(shift.weekday(), day -> new ArrayList<>())
                    .add(shift);
        }
    }

    /**
     * Null stands for "no such object applies". One with shifts of which none can be honoured does not apply either: to
     * call it closed all week would be a guess.
     */
    static WeeklyPattern of(@Nullable Workdays workdays, Occurrences occurrences) {
        if (workdays == null) {
            return NONE;
        }
        List<Shift> shifts = workdays.events().stream()
                .flatMap(event -> occurrences.of(event).stream())
                .toList();
        boolean unreadable = shifts.isEmpty() && !workdays.events().isEmpty();
        return unreadable ? NONE : new WeeklyPattern(List.of(workdays.name()), shifts);
    }

    boolean applies() {
        return !names.isEmpty();
    }

    /** That of the workdays object; empty where none applies. */
    List<String> names() {
        return names;
    }

    /** Of its shifts; empty where it has none. */
    Set<ZoneId> zones() {
        return shifts.keySet();
    }

    /** The hours of one zone's shifts; linear in the days of the range. */
    Intervals hours(ZoneId zone, Interval range) {
        Map<DayOfWeek, List<Shift>> week = shifts.getOrDefault(zone, Map.of());
        List<Interval> hours = new ArrayList<>();
        LocalDate end = range.end().atZone(zone).toLocalDate();
        LocalDate first = range.start().atZone(zone).toLocalDate().minusDays(reach(week) + 1L);
        for (LocalDate day = first; !day.isAfter(end); day = day.plusDays(1)) {
            for (Shift shift : week.getOrDefault(day.getDayOfWeek(), List.of())) {
                shift.on(day).ifPresent(hours::add);
            }
        }
        return Intervals.of(hours).clip(range);
    }

    /** How many days after it began a shift can still go on. */
    private static int reach(Map<DayOfWeek, List<Shift>> week) {
        return week.values().stream()
                .flatMap(List::stream)
                .mapToInt(Shift::days)
                .max()
                .orElse(0);
    }
}
