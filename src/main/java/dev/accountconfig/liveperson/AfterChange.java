package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.ItemChange;
import dev.accountconfig.schedule.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** A collection as it is after a change, by what the vendor answered to the change alone. Pure. */
final class AfterChange<T extends Item, E> {
    private final CollectionReader<T> reader;

    AfterChange(CollectionReader<T> reader) {
        this.reader = reader;
    }

    /** @throws VendorFailure where the answer does not show the object: nobody knows, then */
    Snapshot<T> of(Snapshot<T> before, ItemChange<E> change, VendorAnswer.Content answer) {
        return change.match(
                creation -> with(before, object(answer)),
                replacement -> with(before, object(answer)),
                deletion -> reader.read(others(before, deletion.id())));
    }

    private Snapshot<T> with(Snapshot<T> before, ObjectNode object) {
        Long id = Fields.optionalId(object, "id");
        if (id == null) {
            throw VendorJson.garbled("answered without the object that was written");
        }
        List<JsonNode> items = others(before, id);
        if (Fields.flag(object, "isDefault")) {
            items.forEach(AfterChange::noDefault);
        }
        items.add(object);
        return reader.read(items);
    }

    /** There is one default: a new one takes the mark from the old (contract 1.8). */
    private static void noDefault(JsonNode item) {
        if (Fields.flag(item, "isDefault")) {
            ((ObjectNode) item).put("isDefault", false);
        }
    }

    private List<JsonNode> others(Snapshot<T> before, long id) {
        List<JsonNode> items = new ArrayList<>();
        before.entries().stream()
                .filter(entry -> entry.item().id() != id)
                .forEach(entry -> items.add(VendorJson.item(entry.json())));
        return items;
    }

    /** Alone, or in a list of one: which of them is not documented (contract 1.1). */
    private static ObjectNode object(VendorAnswer.Content answer) {
        JsonNode body = VendorJson.of(answer);
        JsonNode alone = body.isArray() && body.size() == 1 ? body.get(0) : body;
        if (alone instanceof ObjectNode object) {
            return object;
        }
        throw VendorJson.garbled("answered without the object that was written");
    }
}
