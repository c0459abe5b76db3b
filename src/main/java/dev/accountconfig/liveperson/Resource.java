package dev.accountconfig.liveperson;

import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.ItemKind;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.Skill;
import dev.accountconfig.schedule.Workdays;
import org.jspecify.annotations.Nullable;

/**
 * A collection as the vendor serves it.
 *
 * @param path below {@code /configuration}
 * @param version the value of {@code v} that the vendor's own UI sends (contract 1.3, 3)
 * @param detail the field by which a full item is told from a summary; null where summaries are never sent for "all"
 */
public record Resource<T extends Item>(
        Purpose purpose,
        ItemKind kind,
        String path,
        String version,
        @Nullable String detail,
        ItemReader<T> reader) {

    public static Resource<Occasion> occasions() {
        return new Resource<>(
                Purpose.OCCASIONS,
                ItemKind.OCCASION,
                "ac-common/specialoccasion",
                "1.0",
                "events",
                new OccasionReader());
    }

    public static Resource<Workdays> workdays() {
        return new Resource<>(
                Purpose.WORKDAYS, ItemKind.WORKDAYS, "ac-common/workinghours", "1.0", "events", new WorkdaysReader());
    }

    public static Resource<Skill> skills() {
        return new Resource<>(Purpose.SKILLS, ItemKind.SKILL, "le-users/skills", "2.0", null, new SkillReader());
    }

    /** All items, in full: documented for the sibling resources, seen in use for these (contract 1.3). */
    String all(AccountId account) {
        return base(account) + "?v=" + version + "&select=$all";
    }

    /** Where objects are created and replaced. */
    String collection(AccountId account) {
        return base(account) + "?v=" + version;
    }

    String one(AccountId account, long id) {
        return base(account) + "/" + id + "?v=" + version;
    }

    private String base(AccountId account) {
        return "/api/account/" + account + "/configuration/" + path;
    }
}
