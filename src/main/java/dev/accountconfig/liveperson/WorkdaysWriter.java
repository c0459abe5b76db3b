package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.schedule.WorkdaysEvent;
import java.time.DayOfWeek;
import java.util.Optional;

/** Shifts of workdays (contract 2.2), as {@link WorkdaysReader} reads them. */
final class WorkdaysWriter implements EventWriter<WorkdaysEvent> {
    static ItemWriter<WorkdaysEvent> ofItems() {
        return new ItemWriter<>(new WorkdaysWriter());
    }

    @Override
    public WorkdaysEvent read(JsonNode event) {
        return WorkdaysReader.event(event);
    }

    @Override
    public void write(WorkdaysEvent event, ObjectNode into) {
        EventTimes.write(event.timing(), event.recurrence(), into);
    }

    /** A shift has no name; planners call it by its weekday, which is that of its start (contract 2.2). */
    @Override
    public boolean areNamesakes(WorkdaysEvent one, WorkdaysEvent other) {
        Optional<DayOfWeek> day = weekday(one);
        return day.isPresent() && day.equals(weekday(other));
    }

    private static Optional<DayOfWeek> weekday(WorkdaysEvent event) {
        return event.timing().understood().map(span -> span.from().date().getDayOfWeek());
    }
}
