package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Fields of the vendor's JSON, read leniently: absent and null are alike, a number may come as a string (contract 8.4). */
final class Fields {
    private Fields() {}

    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    static @Nullable String optionalText(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    static boolean flag(JsonNode node, String field) {
        return node.path(field).asBoolean();
    }

    /** @return null for anything but a positive whole number */
    static @Nullable Long optionalId(JsonNode node, String field) {
        String digits = node.path(field).asText("");
        return digits.matches("[1-9][0-9]{0,17}") ? Long.valueOf(digits) : null;
    }

    static Stream<JsonNode> list(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false);
    }
}
