package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Timing;

/** Special occasions (contract 1.6). */
final class OccasionReader implements ItemReader<Occasion> {
    private static final Shared<String> NAMES = new Shared<>(1 << 12);

    /** Every account of a country has the same Christmas. */
    private static final Shared<OccasionEvent> EVENTS = new Shared<>(1 << 12);

    @Override
    public Occasion read(long id, JsonNode item) {
        return new Occasion(
                id,
                Fields.text(item, "name"),
                Fields.optionalText(item, "description"),
                Fields.flag(item, "isDefault"),
                Fields.flag(item, "deleted"),
                Fields.list(item, "events").map(OccasionReader::event).toList());
    }

    static OccasionEvent event(JsonNode event) {
        JsonNode meta = event.path("meta");
        return EVENTS.of(new OccasionEvent(
                NAMES.of(Fields.text(meta, "name")),
                Fields.flag(meta, "working"),
                timing(event, meta.path("working")),
                EventReader.recurrence(event)));
    }

    /** Without knowing whether it opens or closes, an event cannot be honoured. */
    private static Timing timing(JsonNode event, JsonNode working) {
        return working.isBoolean()
                ? EventReader.timing(event)
                : EventReader.unclear(event, "it does not say whether it is working or not");
    }
}
