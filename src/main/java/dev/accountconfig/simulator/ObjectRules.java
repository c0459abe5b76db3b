package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules for an occasions or workdays object as a whole (contract, sections 1.6 and 2.2). */
final class ObjectRules {

    private final Kind kind;
    private final ObjectNode object;

    private ObjectRules(Kind kind, ObjectNode object) {
        this.kind = kind;
        this.object = object;
    }

    /** Every rule that the object breaks by itself; whether its name is taken only the account knows. */
    static Stream<Violation> broken(Kind kind, ObjectNode object) {
        var rules = new ObjectRules(kind, object);
        return Stream.concat(rules.ofTheObject(), rules.ofTheEvents());
    }

    private Stream<Violation> ofTheObject() {
        return Stream.of(name(), nameLength(), description(), descriptionLength(), deleted(), isDefault(), events())
                .flatMap(Optional::stream);
    }

    private Stream<Violation> ofTheEvents() {
        List<JsonNode> events = object.path("events").isArray() ? Json.elements(object.path("events")) : List.of();
        return IntStream.range(0, events.size())
                .boxed()
                .flatMap(index -> EventRules.broken(kind, events.get(index), "/events/" + index));
    }

    private Optional<Violation> name() {
        var name = object.path("name");
        return Violation.unless(
                name.isTextual() && !name.asText().isBlank(), Rule.NAME_PRESENT, "/name", "a name is required");
    }

    private Optional<Violation> nameLength() {
        return Violation.unless(
                length("name") <= 50, Rule.NAME_UP_TO_50, "/name", "the name is longer than 50 characters");
    }

    private Optional<Violation> description() {
        return Violation.unless(
                object.path("description").isTextual(),
                Rule.DESCRIPTION_PRESENT,
                "/description",
                "a description is required");
    }

    private Optional<Violation> descriptionLength() {
        return Violation.unless(
                length("description") <= 200,
                Rule.DESCRIPTION_UP_TO_200,
                "/description",
                "the description is longer than 200 characters");
    }

    private Optional<Violation> deleted() {
        return Violation.unless(
                !object.has("deleted") || object.path("deleted").isBoolean(),
                Rule.DELETED_IS_BOOLEAN,
                "/deleted",
                "deleted is not a boolean");
    }

    private Optional<Violation> isDefault() {
        return Violation.unless(
                object.path("isDefault").isBoolean(), Rule.IS_DEFAULT_PRESENT, "/isDefault", "isDefault is required");
    }

    private Optional<Violation> events() {
        return Violation.unless(
                object.path("events").isArray(), Rule.EVENTS_PRESENT, "/events", "an array of events is required");
    }

    private int length(String field) {
        String text = object.path(field).asText();
        return text.codePointCount(0, text.length());
    }
}
