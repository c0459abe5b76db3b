package dev.accountconfig.liveperson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON as the vendor sends it: any fields, but no deeper than its documented shapes could ever be. */
final class VendorJson {
    private static final int DEPTH = 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private VendorJson() {}

    /** @throws VendorFailure where the answer is no content, or no JSON: a gateway's HTML, a truncated body */
    static JsonNode of(VendorAnswer answer) {
        return answer.match(content -> parse(content.body()), VendorJson::noContent, () -> noContent(answer));
    }

    private static JsonNode noContent(VendorAnswer answer) {
        throw new VendorFailure(VendorFailure.Kind.UNEXPECTED, "answered " + answer.word() + " instead of content");
    }

    /**
     * What we kept of the vendor's JSON ourselves.
     *
     * @throws IllegalArgumentException where it is none
     */
    static JsonNode kept(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8))
                .filter(node -> !node.isMissingNode())
                .orElseThrow(() -> new IllegalArgumentException("holds something that is no JSON"));
    }

    /** Whether accountConfig itself speaks, in its documented error shape (contract 1.7). */
    static boolean isConfigurationError(Buffer body) {
        return read(body.getBytes())
                .map(error -> error.path("internalCode").isNumber())
                .orElse(false);
    }

    private static JsonNode parse(Buffer body) {
        return read(body.getBytes()).orElseThrow(() -> garbled("answered something that is no JSON"));
    }

    private static Optional<JsonNode> read(byte[] text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The object in a field of another; a new one where there is none. */
    static ObjectNode part(ObjectNode object, String field) {
        return object.get(field) instanceof ObjectNode part ? part : object.putObject(field);
    }

    /** An item as it is kept beside what was read from it ({@link dev.accountconfig.schedule.Sourced}). */
    static ObjectNode item(String json) {
        return (ObjectNode) kept(json);
    }

    static ArrayNode listOf(ObjectNode object) {
        return MAPPER.createArrayNode().add(object);
    }

    /** UTF-8, to be sent. */
    static Buffer bytes(JsonNode json) {
        return Buffer.buffer(json.toString());
    }

    static VendorFailure garbled(String words) {
        return new VendorFailure(VendorFailure.Kind.GARBLED, words);
    }
}
