package dev.accountconfig.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller wants to see of an object: the vendor's {@code select} (contract 1.3). Names, separated by commas; a name may
 * be followed by a selection of its own in parentheses. What an object does not have is left out.
 *
 * @param fields by name, in the order in which they are answered; empty for everything
 */
record Selection(Map<String, Selection> fields) {
    static final Selection ALL = new Selection(Map.of());

    static Selection of(List<String> names) {
        Map<String, Selection> fields = new LinkedHashMap<>();
        names.forEach(name -> fields.put(name, ALL));
        return new Selection(fields);
    }

    /**
     * @param summary what {@code $summary} stands for
     * @throws IllegalArgumentException where it is malformed
     */
    static Selection parse(String select, List<String> summary) {
        return switch (select) {
            case "$all" -> ALL;
            case "$summary" -> of(summary);
            default -> new SelectionReader(select).whole();
        };
    }

    /** Of an object, its selected fields; of a list, that of each; of anything else, all. */
    JsonNode of(JsonNode value) {
        if (fields.isEmpty()) {
            return value;
        }
        if (value instanceof ArrayNode list) {
            ArrayNode parts = JsonNodeFactory.instance.arrayNode(list.size());
            list.forEach(element -> parts.add(of(element)));
            return parts;
        }
        return value instanceof ObjectNode object ? part(object) : value;
    }

    private ObjectNode part(ObjectNode object) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, selection) -> {
            JsonNode value = object.get(name);
            if (value != null) {
                part.set(name, selection.of(value));
            }
        });
        return part;
    }
}
