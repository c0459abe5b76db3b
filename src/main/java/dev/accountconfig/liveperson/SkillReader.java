package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.Skill;

/** Skills, of which only the link to hours is read (contract 3). */
final class SkillReader implements ItemReader<Skill> {
    @Override
    public Skill read(long id, JsonNode item) {
        return new Skill(
                id,
                Fields.text(item, "name"),
                Fields.flag(item, "deleted"),
                Fields.optionalId(item, "workingHoursId"),
                Fields.optionalId(item, "specialOccasionId"));
    }
}
