package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of an object is answered: the parameter {@code select} (contract, section 1.3). {@code $all}, {@code $summary}, or
 * names separated by commas, a name followed by a selection of its own in parentheses where its value is an object or an
 * array of objects. A name that no field has is no error.
 *
 * @param fields the projection of each field's value; empty means everything
 */
record Projection(Map<String, Projection> fields) {

    static final Projection ALL = new Projection(Map.of());

    static Projection of(List<String> names) {
        return new Projection(names.stream()
                .collect(Collectors.toMap(name -> name, name -> ALL, (one, other) -> one, LinkedHashMap::new)));
    }

    /** Empty where the text is malformed. */
    static Optional<Projection> parse(String select, List<String> summary) {
        return switch (select) {
            case "$all" -> Optional.of(ALL);
            case "$summary" -> Optional.of(of(summary));
            default -> new Selection(select).read();
        };
    }

    /** The selected part, its fields in the order they were asked for. */
    JsonNode of(JsonNode value) {
        if (fields.isEmpty()) {
            return value;
        }
        if (value.isArray()) {
            return Json.array(Json.elements(value).stream().map(this::of).toList());
        }
        return value.isObject() ? part(value) : value;
    }

    private ObjectNode part(JsonNode object) {
        var part = Json.object();
        fields.forEach((name, projection) -> {
            if (object.has(name)) {
                part.set(name, projection.of(object.path(name)));
            }
        });
        return part;
    }
}
