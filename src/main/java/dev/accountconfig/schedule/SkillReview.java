package dev.accountconfig.schedule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Skills that point at nothing. */
final class SkillReview {
    private final Map<Long, Item> workdays;
    private final Map<Long, Item> occasions;

    SkillReview(Snapshot<Workdays> workdays, Snapshot<Occasion> occasions) {
        this.workdays = byId(workdays.items());
        this.occasions = byId(occasions.items());
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
            Skill skill, String what, @Nullable Long id, Map<Long, Item> items, Findings.About about) {
        if (id == null) {
            return;
        }
        Item item = items.get(id);
        if (item == null || item.deleted()) {
            about.fail(
                    "Skill \"%s\" points at %s %d, %s; the account's default is used instead."
                            .formatted(
                                    skill.name(), what, id, item == null ? "which do not exist" : "which are deleted"),
                    "Assign existing " + what + ", or none.");
        }
    }

    /** Deleted ones as well. */
    private static Map<Long, Item> byId(List<? extends Item> items) {
        return items.stream().collect(Collectors.toMap(Item::id, Function.identity(), (one, other) -> one));
    }
}
