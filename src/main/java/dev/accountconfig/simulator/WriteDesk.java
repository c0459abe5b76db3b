package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes on ac-common (contract, sections 1.1, 1.8 and 8.3). An update replaces the object, fields left out are gone. A
 * write of several objects happens as a whole or not at all; the vendor says nothing of half a success.
 */
final class WriteDesk {

    private final Habits habits;
    private final Preconditions preconditions;

    WriteDesk(Habits habits, Preconditions preconditions) {
        this.habits = habits;
        this.preconditions = preconditions;
    }

    Answer create(Account account, Kind kind, Received request) {
        var body = body(kind, request);
        var items = objects(kind, body).stream()
                .map(item -> withId(item, account.newId()))
                .toList();
        check(account, kind, items);
        preconditions.checkWrite(request, Revisions.of(account, kind, habits), kind.type());
        account.store(kind, items);
        return Answer.json(
                habits.has(Quirk.CREATED_IS_201) ? 201 : 200, body.isArray() ? Json.array(items) : items.get(0));
    }

    Answer update(Account account, Kind kind, Received request) {
        var body = body(kind, request);
        var items = objects(kind, body);
        items.forEach(item -> requireExisting(account, kind, item));
        check(account, kind, items);
        preconditions.checkWrite(request, Revisions.of(account, kind, habits), kind.type());
        var replaced = items.stream().map(WriteDesk::complete).toList();
        account.store(kind, replaced);
        boolean alone = replaced.size() == 1 && !(body.isArray() && habits.has(Quirk.ARRAY_OF_ONE_GIVES_ARRAY));
        return Answer.json(200, alone ? replaced.get(0) : Json.array(replaced));
    }

    /** Deletes softly; a second time there is nothing to delete, and the body says "workinghours" whatever it was. */
    Answer delete(Account account, Kind kind, Received request) {
        var items = Ids.several(kind.type(), request.tail()).stream()
                .map(id -> account.item(kind, id)
                        .filter(item -> !item.path("deleted").asBoolean())
                        .orElseThrow(() -> Ids.noData(Kind.WORKDAYS.type())))
                .toList();
        preconditions.checkWrite(request, Revisions.of(account, kind, habits), kind.type());
        items.forEach(Account::markDeleted);
        account.store(kind, items);
        return Answer.empty(200);
    }

    private static JsonNode body(Kind kind, Received request) {
        return Json.read(request.body())
                .filter(body -> !body.isArray() || !body.isEmpty())
                .orElseThrow(() -> Refusal.badRequest(kind.type(), "the body is not readable"));
    }

    private static List<ObjectNode> objects(Kind kind, JsonNode body) {
        return Json.elements(body).stream()
                .map(item -> item instanceof ObjectNode object ? object : refuseShape(kind))
                .toList();
    }

    private static ObjectNode refuseShape(Kind kind) {
        throw Refusal.badRequest(kind.type(), "an object is expected");
    }

    private static void requireExisting(Account account, Kind kind, ObjectNode item) {
        if (!item.path("id").isIntegralNumber()) {
            throw Refusal.badRequest(kind.type(), "/id: an id is required");
        }
        boolean there = account.item(kind, item.path("id").asLong())
                .filter(old -> !old.path("deleted").asBoolean())
                .isPresent();
        if (!there) {
            throw Ids.noData(kind.type());
        }
    }

    private void check(Account account, Kind kind, List<ObjectNode> items) {
        items.stream()
                .flatMap(item -> ObjectRules.broken(kind, item))
                .filter(violation -> habits.insistsOn(violation.rule()))
                .findFirst()
                .ifPresent(violation -> {
                    throw Refusal.badRequest(kind.type(), violation.words());
                });
        if (habits.insistsOn(Rule.NAME_UNIQUE) && !namesAreFree(account, kind, items)) {
            int status = habits.has(Quirk.DUPLICATE_NAME_IS_BAD_REQUEST) ? 400 : 409;
            throw new Refusal(Answer.configurationError(status, kind.type(), 22, "/name: the name is taken"));
        }
    }

    /** Unique within an account and type; the scope is not documented (contract, section 1.6). */
    private boolean namesAreFree(Account account, Kind kind, List<ObjectNode> items) {
        var changed = items.stream().map(item -> item.path("id").asLong()).toList();
        var others = account.items(kind).stream()
                .filter(item -> !changed.contains(item.path("id").asLong()))
                .filter(item -> habits.has(Quirk.DELETED_NAMES_STAY_TAKEN)
                        || !item.path("deleted").asBoolean());
        var names = new HashSet<String>();
        return Stream.concat(others, items.stream())
                .allMatch(item -> names.add(item.path("name").asText()));
    }

    private static ObjectNode withId(ObjectNode item, long id) {
        ObjectNode numbered = Json.object().put("id", id).put("deleted", false);
        item.properties().stream()
                .filter(field -> !field.getKey().equals("id"))
                .forEach(field -> numbered.set(field.getKey(), field.getValue()));
        return numbered;
    }

    private static ObjectNode complete(ObjectNode item) {
        return item.has("deleted") ? item : item.put("deleted", false);
    }
}
