package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The fields of a control request; a bad one is refused by its name, an unknown one too, since it is a slip of the pen. */
final class Fields {

    private final JsonNode object;
    private final Set<String> known = new HashSet<>();

    Fields(JsonNode object) {
        this.object = object;
        require(object.isObject(), "body", "an object is expected");
    }

    static Fields of(String body) {
        return new Fields(Json.read(body).orElseThrow(() -> refusal("body", "JSON is expected")));
    }

    /** 400 with the name of the field at fault. */
    static Refusal refusal(String field, String message) {
        return new Refusal(Answer.json(400, Json.object().put("field", field).put("message", message)));
    }

    Optional<String> text(String field) {
        return value(field).map(value -> {
            require(value.isTextual(), field, "a text is expected");
            return value.asText();
        });
    }

    Optional<Long> number(String field, long least) {
        return value(field).map(value -> {
            require(
                    value.canConvertToLong() && value.isIntegralNumber() && value.asLong() >= least,
                    field,
                    "a whole number from " + least + " is expected");
            return value.asLong();
        });
    }

    Optional<Integer> integer(String field, int least) {
        return number(field, least).map(number -> {
            require(number <= Integer.MAX_VALUE, field, "the number is too large");
            return number.intValue();
        });
    }

    Optional<Duration> duration(String field) {
        return text(field).map(text -> duration(field, text));
    }

    <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String field) {
        return text(field).map(text -> constant(type, field, text));
    }

    <E extends Enum<E>> List<E> manyOf(Class<E> type, String field) {
        return value(field).stream()
                .flatMap(values -> Json.elements(values).stream())
                .map(value -> constant(type, field, value.asText()))
                .toList();
    }

    /** Empty where the field is absent, which an empty list is not. */
    Optional<List<ObjectNode>> objects(String field) {
        return value(field)
                .map(values -> Json.elements(values).stream()
                        .map(value -> {
                            require(
                                    value.isObject() && value.path("id").canConvertToLong(),
                                    field,
                                    "objects with an id are expected");
                            return (ObjectNode) value;
                        })
                        .toList());
    }

    <T> T required(Optional<T> value, String field) {
        return value.orElseThrow(() -> refusal(field, "this field is required"));
    }

    void refuseOthers() {
        object.fieldNames().forEachRemaining(name -> require(known.contains(name), name, "no such field here"));
    }

    static Duration duration(String field, String text) {
        try {
            var duration = Duration.parse(text);
            require(!duration.isNegative(), field, "a negative duration");
            return duration;
        } catch (DateTimeException e) {
            throw refusal(field, "an ISO 8601 duration such as PT2S is expected");
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, String field, String text) {
        var constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refusal(field, "one of " + Arrays.toString(constants) + " is expected"));
    }

    private Optional<JsonNode> value(String field) {
        known.add(field);
        return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
    }

    private static void require(boolean fine, String field, String message) {
        if (!fine) {
            throw refusal(field, message);
        }
    }
}
