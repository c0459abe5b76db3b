package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * PUT on skills, of one by id or of an array on the collection (contract, section 3): enough to point a skill at its hours.
 * Whether the ids exist is not checked; the vendor says nothing of it.
 */
final class SkillDesk {

    private static final String TYPE = Kind.SKILLS.type();

    private final Habits habits;
    private final Preconditions preconditions;

    SkillDesk(Habits habits, Preconditions preconditions) {
        this.habits = habits;
        this.preconditions = preconditions;
    }

    Answer update(Account account, Received request) {
        var body = Json.read(request.body()).orElseThrow(() -> Refusal.badRequest(TYPE, "the body is not readable"));
        List<ObjectNode> skills =
                Json.elements(body).stream().map(skill -> skill(skill, request)).toList();
        if (skills.stream()
                .anyMatch(skill ->
                        account.item(Kind.SKILLS, skill.path("id").asLong()).isEmpty())) {
            throw Ids.noData(TYPE);
        }
        preconditions.checkWrite(request, Revisions.of(account, Kind.SKILLS, habits), TYPE);
        account.store(Kind.SKILLS, skills);
        return Answer.json(200, body.isArray() ? Json.array(skills) : skills.get(0));
    }

    private static ObjectNode skill(JsonNode node, Received request) {
        if (!(node instanceof ObjectNode skill)) {
            throw Refusal.badRequest(TYPE, "an object is expected");
        }
        Ids.one(request.tail()).ifPresent(id -> skill.put("id", id));
        boolean fits = skill.path("id").isIntegralNumber()
                && skill.path("name").isTextual()
                && Stream.of("workingHoursId", "specialOccasionId")
                        .map(skill::path)
                        .allMatch(SkillDesk::isLink);
        if (!fits) {
            throw Refusal.badRequest(TYPE, "id, name and numeric links are expected");
        }
        return skill;
    }

    private static boolean isLink(JsonNode id) {
        return id.isMissingNode() || id.isNull() || id.isIntegralNumber();
    }
}
