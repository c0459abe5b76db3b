package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.schedule.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object as the vendor wants it, fields in the order of its samples (contract 1.6). The vendor replaces the whole
 * object by what it is sent (contract 8.3), so a change starts from the object's former JSON, and every field that is not
 * modelled here survives: of the object, of an event that {@link FormerEvents} recognises, and of that event's parts.
 */
final class ItemWriter<E> {
    private final EventWriter<E> events;

    ItemWriter(EventWriter<E> events) {
        this.events = events;
    }

    /** Without an id: the vendor gives it. */
    ObjectNode created(Draft<E> draft) {
        ObjectNode object = VendorJson.object();
        object.put("name", draft.name());
        object.put("description", described(draft.description()));
        return complete(draft, List.of(), object);
    }

    /**
     * @param former the object as the vendor sent it, left as it is
     * @return with the id and all else that is not modelled, whether it is deleted included
     */
    ObjectNode changed(Draft<E> draft, ObjectNode former) {
        ObjectNode object = former.deepCopy();
        object.put("name", draft.name());
        if (draft.description() != null || Fields.optionalText(former, "description") != null) {
            object.put("description", described(draft.description()));
        }
        return complete(draft, Fields.list(former, "events").toList(), object);
    }

    private ObjectNode complete(Draft<E> draft, List<JsonNode> former, ObjectNode object) {
        object.put("isDefault", draft.isDefault());
        ArrayNode list = object.putArray("events");
        List<ObjectNode> bases = FormerEvents.of(former, events).bases(draft.events());
        for (int index = 0; index < bases.size(); index++) {
            events.write(draft.events().get(index), bases.get(index));
            list.add(bases.get(index));
        }
        return object;
    }

    /** The vendor's table says required, its guide says optional (contract 1.6): an empty one is both. */
    private static String described(@Nullable String description) {
        return description == null ? "" : description;
    }
}
