package dev.accountconfig.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Skills that point at nothing. */
final class SkillReview {
    private final Snapshot<Workdays> workdays;
    private final Snapshot<Occasion> occasions;

    SkillReview(Snapshot<Workdays> workdays, Snapshot<Occasion> occasions) {
        this.workdays = workdays;
        this.occasions = occasions;
    }

    void review(List<Skill> skills, Findings findings) {
        for (Skill skill : skills) {
            if (!skill.deleted()) {
                Findings.About about = findings.about(ItemKind.SKILL, skill.id());
                pointer(skill, "workdays", skill.workdaysId(), workdays, about);
                pointer(skill, "occasions", skill.occasionsId(), occasions, about);
            }
        }
    }

    private static void pointer(
            Skill skill, String what, @Nullable Long id, Snapshot<? extends Item> items, Findings.About about) {
        boolean missing = id != null && items.find(id).isEmpty();
        boolean deleted = id != null && items.find(id).filter(Item::deleted).isPresent();
        if (missing || deleted) {
            about.fail(
                    "Skill \"%s\" points at %s %d, %s; the account's default is used instead."
                            .formatted(skill.name(), what, id, deleted ? "which are deleted" : "which do not exist"),
                    "Assign existing " + what + ", or none.");
        }
    }
}
