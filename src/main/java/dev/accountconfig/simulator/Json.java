package dev.accountconfig.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The tree model of Jackson, and nothing typed: what the vendor's planners wrote is passed on as it is. */
final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode array(List<? extends JsonNode> elements) {
        return array().addAll(elements);
    }

    static ArrayNode texts(Collection<?> values) {
        return MAPPER.valueToTree(values);
    }

    static ObjectNode texts(Map<String, String> values) {
        return MAPPER.valueToTree(values);
    }

    /** Empty where the text is no JSON, or nothing at all. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The JSON of a file in {@code src/main/resources/simulator}. */
    static JsonNode resource(String file) {
        try (var stream = Json.class.getResourceAsStream("/simulator/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("no resource simulator/" + file);
            }
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The elements of an array; anything else is a list of one. */
    static List<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of(node);
    }
}
