package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** GET of a list or of one object (contract, sections 1.1, 1.3, 3 and 8.1). */
final class ReadDesk {

    private final Habits habits;

    ReadDesk(Habits habits) {
        this.habits = habits;
    }

    Answer answer(Account account, Kind kind, Received request) {
        return request.tail().isEmpty() ? list(account, kind, request) : one(account, kind, request);
    }

    private Answer list(Account account, Kind kind, Received request) {
        var projection = projection(kind, request, Projection.of(kind.summary()));
        boolean deletedToo = deletedToo(kind, request);
        var items = account.items(kind).stream()
                .filter(item -> deletedToo || !item.path("deleted").asBoolean())
                .map(item -> projection.of(dressed(item)))
                .toList();
        return Answer.json(200, Json.array(items));
    }

    private Answer one(Account account, Kind kind, Received request) {
        var projection = projection(kind, request, Projection.ALL);
        return Ids.one(request.tail())
                .flatMap(id -> account.item(kind, id))
                .filter(item -> !habits.has(Quirk.DELETED_HIDDEN_BY_ID)
                        || deletedToo(kind, request)
                        || !item.path("deleted").asBoolean())
                .map(item -> Answer.json(200, projection.of(dressed(item))))
                .orElseThrow(() -> Ids.noData(kind.type()));
    }

    private boolean deletedToo(Kind kind, Received request) {
        boolean asked =
                request.parameter("include_deleted").filter("true"::equals).isPresent();
        return asked && !(kind.isHours() && habits.has(Quirk.DELETED_NEVER_LISTED));
    }

    private static Projection projection(Kind kind, Received request, Projection unasked) {
        return request.parameter("select")
                .map(select -> Projection.parse(select, kind.summary())
                        .orElseThrow(() -> Refusal.badRequest(kind.type(), "malformed select: " + select)))
                .orElse(unasked);
    }

    private ObjectNode dressed(ObjectNode item) {
        if (habits.has(Quirk.UNSET_SKILL_FIELDS_ABSENT)) {
            item.properties().removeIf(field -> field.getValue().isNull());
        }
        if (habits.has(Quirk.EMPTY_RECURRENCE_ABSENT)) {
            Json.elements(item.path("events")).forEach(ReadDesk::withoutEmptyRecurrence);
        }
        return item;
    }

    private static void withoutEmptyRecurrence(JsonNode event) {
        if (event instanceof ObjectNode object && object.path("recurrence").isEmpty()) {
            object.remove("recurrence");
        }
    }
}
