package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Finding.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with an account's configuration, gathered from all its objects that are not deleted. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    /** Those of the snapshots first, as they are about items nothing else can be said about. */
    static List<Finding> of(
            Snapshot<Workdays> workdays,
            Snapshot<Occasion> occasions,
            Snapshot<Skill> skills,
            Readings readings,
            LocalDate today) {
        Findings findings = new Findings();
        findings.found.addAll(occasions.findings());
        findings.found.addAll(workdays.findings());
        findings.found.addAll(skills.findings());
        Occurrences occurrences = new Occurrences(readings);
        findings.occasions(occasions.items(), new OccasionReview(occurrences, readings, today));
        findings.workdays(workdays.items(), new WorkdaysReview(occurrences));
        new SkillReview(workdays, occasions).review(skills.items(), findings);
        return List.copyOf(findings.found);
    }

    private void occasions(List<Occasion> items, OccasionReview review) {
        twoDefaults(ItemKind.OCCASION, new Choices<>(items, Occasion::isDefault).defaults());
        for (Occasion item : items) {
            if (!item.deleted()) {
                About about = about(ItemKind.OCCASION, item.id());
                about.lengths(item.name(), item.description());
                review.review(item, about);
            }
        }
    }

    private void workdays(List<Workdays> items, WorkdaysReview review) {
        twoDefaults(ItemKind.WORKDAYS, new Choices<>(items, Workdays::isDefault).defaults());
        for (Workdays item : items) {
            if (!item.deleted()) {
                About about = about(ItemKind.WORKDAYS, item.id());
                about.lengths(item.name(), item.description());
                review.review(item, about);
            }
        }
    }

    private void twoDefaults(ItemKind kind, List<? extends Item> defaults) {
        defaults.stream()
                .skip(1)
                .forEach(loser -> about(kind, loser.id())
                        .warn(
                                "\"%s\" and \"%s\" are both marked as the account's default; only \"%s\" is used."
                                        .formatted(
                                                loser.name(),
                                                defaults.get(0).name(),
                                                defaults.get(0).name()),
                                "Take the mark from the one that is not meant."));
    }

    About about(ItemKind kind, long id) {
        return new About(kind, id, null);
    }

    /** Where a finding belongs. */
    final class About {
        private final ItemKind kind;
        private final long id;
        private final @Nullable Integer event;

        private About(ItemKind kind, long id, @Nullable Integer event) {
            this.kind = kind;
            this.id = id;
            this.event = event;
        }

        About event(int index) {
            return new About(kind, id, index);
        }

        /** It works, but probably not as meant. */
        void warn(String words, String advice) {
            found.add(new Finding(Severity.WARNING, kind, id, event, words, advice));
        }

        /** It is not honoured. */
        void fail(String words, String advice) {
            found.add(new Finding(Severity.ERROR, kind, id, event, words, advice));
        }

        void lengths(String name, @Nullable String description) {
            tooLong("name", name, Limits.NAME);
            tooLong("description", description == null ? "" : description, Limits.DESCRIPTION);
        }

        private void tooLong(String field, String text, int limit) {
            int length = Limits.length(text);
            if (length > limit) {
                warn(
                        "The %s has %d characters; LivePerson allows %d.".formatted(field, length, limit),
                        "Shorten it, or the next change to this item will be refused.");
            }
        }

        /** Says why a timing is not honoured. */
        void unclear(String what, Timing timing) {
            String reason = timing.flaw().orElseGet(() -> impossible(timing));
            fail("%s is left out: %s.".formatted(what, reason), "Correct its start, end and time zone.");
        }

        private static String impossible(Timing timing) {
            return timing.understood().filter(Occurrences::isPlausible).isPresent()
                    ? "it ends at " + timing.end() + ", which is not after its start at " + timing.start()
                    : "its dates lie outside the years 1 to 9999";
        }
    }
}
