package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.schedule.OccasionEvent;

/** Events of special occasions (contract 1.6), as {@link OccasionReader} reads them. */
final class OccasionWriter implements EventWriter<OccasionEvent> {
    static ItemWriter<OccasionEvent> ofItems() {
        return new ItemWriter<>(new OccasionWriter());
    }

    @Override
    public OccasionEvent read(JsonNode event) {
        return OccasionReader.event(event);
    }

    @Override
    public void write(OccasionEvent event, ObjectNode into) {
        VendorJson.part(into, "meta").put("working", event.working()).put("name", event.name());
        EventTimes.write(event.timing(), event.recurrence(), into);
    }

    @Override
    public boolean areNamesakes(OccasionEvent one, OccasionEvent other) {
        return one.name().equals(other.name());
    }
}
