package dev.accountconfig.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Strict JSON (RFC 8259): UTF-8 and nothing else, one value and nothing after it, no name twice in an object. What is
 * broken is told by its place and never quoted.
 */
final class BodyJson {
    private static final int DEPTH = 20;

    /** No field has a longer name; pointers, which are made of names, stay short. */
    private static final int NAME = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNameLength(NAME)
                            .build())
                    .build())
            .build();

    private final JsonParser parser;
    private final BodyErrors errors;

    private BodyJson(JsonParser parser, BodyErrors errors) {
        this.parser = parser;
        this.errors = errors;
    }

    /** @throws ProblemException where the body is no JSON; a name that comes twice only goes to the errors */
    static JsonNode read(byte[] body, BodyErrors errors) {
        String text = text(body);
        try (JsonParser parser = MAPPER.createParser(text)) {
            return new BodyJson(parser, errors).document();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode document() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw whole("is empty, and must be an object");
            }
            JsonNode value = value(first);
            if (parser.nextToken() != null) {
                throw whole("must end where its object ends, but goes on at " + place(parser.currentTokenLocation()));
            }
            return value;
        } catch (StreamConstraintsException tooMuch) {
            throw whole(
                    "must not be nested deeper than %d levels, nor have names longer than %d characters or endless numbers, at %s"
                            .formatted(DEPTH, NAME, place(parser.currentLocation())));
        } catch (JsonProcessingException broken) {
            throw whole("is broken JSON at " + place(broken.getLocation()));
        }
    }

    private JsonNode value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            default -> MAPPER.readTree(parser);
        };
    }

    /** The first of two that have one name counts, whichever was meant. */
    private ObjectNode object() throws IOException {
        ObjectNode object = MAPPER.createObjectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (object.has(name)) {
                errors.add(parser.getParsingContext().pathAsPointer().toString(), "is given twice");
            }
            object.putIfAbsent(name, value(token));
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = MAPPER.createArrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token));
        }
        return array;
    }

    private static String text(byte[] body) {
        CharBuffer text = CharBuffer.allocate(body.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body), text, true);
        String read = text.flip().toString();
        if (result.isError()) {
            long line = 1 + read.chars().filter(each -> each == '\n').count();
            throw whole("must be UTF-8, but is none at " + place(line, read.length() - read.lastIndexOf('\n')));
        }
        return read;
    }

    private static String place(JsonLocation location) {
        return place(location.getLineNr(), location.getColumnNr());
    }

    private static String place(long line, long column) {
        return "line " + line + ", column " + column;
    }

    private static ProblemException whole(String words) {
        BodyErrors errors = new BodyErrors();
        errors.add("", words);
        return errors.asException();
    }
}
