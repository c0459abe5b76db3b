package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.schedule.WorkdaysEvent;

/** Workdays (contract 2.2). */
final class WorkdaysReader implements ItemReader<Workdays> {
    private static final Shared<WorkdaysEvent> SHIFTS = new Shared<>(1 << 12);

    @Override
    public Workdays read(long id, JsonNode item) {
        return new Workdays(
                id,
                Fields.text(item, "name"),
                Fields.optionalText(item, "description"),
                Fields.flag(item, "isDefault"),
                Fields.flag(item, "deleted"),
                Fields.list(item, "events").map(WorkdaysReader::event).toList());
    }

    static WorkdaysEvent event(JsonNode event) {
        return SHIFTS.of(new WorkdaysEvent(EventReader.timing(event), EventReader.recurrence(event)));
    }
}
