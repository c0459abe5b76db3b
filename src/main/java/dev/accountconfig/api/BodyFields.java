package dev.accountconfig.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object in a body. A value of the wrong type is told and then as absent; null is as absent, save for a
 * flag. What nobody asked for is refused in the end, as it is a slip of the pen.
 */
final class BodyFields {
    private final JsonNode object;
    private final String pointer;
    private final BodyErrors errors;
    private final Set<String> known = new LinkedHashSet<>();

    private BodyFields(JsonNode object, String pointer, BodyErrors errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** @return without fields where it is no object, which is told */
    static BodyFields of(JsonNode node, String pointer, BodyErrors errors) {
        if (!node.isObject()) {
            errors.add(pointer, "must be an object");
        }
        return new BodyFields(node, pointer, errors);
    }

    @Nullable
    String text(String field) {
        return value(field, JsonNode::isTextual, "must be a text in quotes")
                .map(JsonNode::textValue)
                .orElse(null);
    }

    @Nullable
    Long whole(String field) {
        return value(field, BodyFields::isWhole, "must be a whole number")
                .map(JsonNode::longValue)
                .orElse(null);
    }

    /** Null is refused: whoever sends it may mean either. */
    @Nullable
    Boolean flag(String field) {
        known.add(field);
        JsonNode value = object.path(field);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (!value.isMissingNode()) {
            refuse(field, "must be true or false");
        }
        return null;
    }

    /** Null where there is none. */
    @Nullable
    BodyFields object(String field) {
        return value(field, JsonNode::isObject, "must be an object or null")
                .map(value -> of(value, at(field), errors))
                .orElse(null);
    }

    /** Null where there is none. */
    @Nullable
    List<BodyFields> objects(String field) {
        return value(field, JsonNode::isArray, "must be a list")
                .map(list -> elements(list, at(field)))
                .orElse(null);
    }

    void refuse(String field, String words) {
        errors.add(at(field), words);
    }

    void refuseOthers() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(name, "is not known here; there are " + String.join(", ", known));
            }
        });
    }

    private List<BodyFields> elements(JsonNode list, String where) {
        List<BodyFields> elements = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            elements.add(of(element, where + "/" + elements.size(), errors));
        }
        return elements;
    }

    private Optional<JsonNode> value(String field, Predicate<JsonNode> fits, String words) {
        known.add(field);
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!fits.test(value)) {
            refuse(field, words);
        }
        return Optional.of(value).filter(fits);
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    /** RFC 6901, section 3. */
    private String at(String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }
}
