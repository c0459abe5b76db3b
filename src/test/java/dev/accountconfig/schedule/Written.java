package dev.accountconfig.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configuration as a planner writes it, in one zone. */
final class Written {
    private final String zone;
    private final List<OccasionEvent> events = new ArrayList<>();
    private final List<WorkdaysEvent> shifts = new ArrayList<>();

    private Written(String zone) {
        this.zone = zone;
    }

    static Written in(String zone) {
        return new Written(zone);
    }

    Written working(String name, String start, String end) {
        return add(name, true, start, end, new Recurrence.Once());
    }

    Written off(String name, String start, String end) {
        return add(name, false, start, end, new Recurrence.Once());
    }

    /** Repeats what was written last. */
    Written times(int count) {
        return rule(new Recurrence.Daily(count));
    }

    Written rule(Recurrence rule) {
        OccasionEvent last = events.remove(events.size() - 1);
        events.add(new OccasionEvent(last.name(), last.working(), last.timing(), rule));
        return this;
    }

    /** A weekly shift whose rule agrees with its date. */
    Written shift(String start, String end) {
        return shift(
                start,
                end,
                new Recurrence.Weekly(LocalDate.parse(start.substring(0, 10)).getDayOfWeek()));
    }

    Written shift(String start, String end, Recurrence rule) {
        shifts.add(new WorkdaysEvent(span(start, end), rule));
        return this;
    }

    Written and(Written other) {
        events.addAll(other.events);
        shifts.addAll(other.shifts);
        return this;
    }

    Occasion occasion() {
        return occasion(1, "Occasions");
    }

    Occasion occasion(long id, String name) {
        return new Occasion(id, name, null, false, false, events);
    }

    Workdays workdays() {
        return workdays(1, "Office hours");
    }

    Workdays workdays(long id, String name) {
        return new Workdays(id, name, null, false, false, shifts);
    }

    static Workdays asDefault(Workdays item) {
        return new Workdays(item.id(), item.name(), item.description(), true, item.deleted(), item.events());
    }

    static Occasion asDefault(Occasion item) {
        return new Occasion(item.id(), item.name(), item.description(), true, item.deleted(), item.events());
    }

    static Occasion deleted(Occasion item) {
        return new Occasion(item.id(), item.name(), item.description(), item.isDefault(), true, item.events());
    }

    static Skill skill(long id, String name, @Nullable Long workdays, @Nullable Long occasions) {
        return new Skill(id, name, false, workdays, occasions);
    }

    @SafeVarargs
    static <T extends Item> Snapshot<T> snapshot(T... items) {
        return new Snapshot<>(
                Arrays.stream(items).map(item -> new Sourced<>(item, "{}")).toList(), List.of());
    }

    private Written add(String name, boolean working, String start, String end, Recurrence rule) {
        events.add(new OccasionEvent(name, working, span(start, end), rule));
        return this;
    }

    private Timing span(String start, String end) {
        return new Timing.Span(WallTime.parse(start), WallTime.parse(end), ZoneId.of(zone));
    }
}
