package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.schedule.Skill;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A skill as callers see it. */
@Schema(name = "Skill")
@JsonPropertyOrder({"id", "name", "deleted", "workdaysId", "occasionsId"})
public record SkillView(
        @Schema(examples = "4103000210") long id,
        @Schema(examples = "Support 24x7") String name,

        @Schema(description = "kept by the vendor, but not in force")
        boolean deleted,

        @Schema(examples = "4102000210", description = "null where the account's default is inherited") @Nullable
        Long workdaysId,

        @Schema(examples = "4101001110", description = "null where the account's default is inherited") @Nullable
        Long occasionsId) {

    static SkillView of(Skill skill) {
        return new SkillView(skill.id(), skill.name(), skill.deleted(), skill.workdaysId(), skill.occasionsId());
    }

    @Schema(name = "Skills")
    public record Collection(List<SkillView> skills) {}
}
