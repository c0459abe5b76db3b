package dev.accountconfig.schedule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor would refuse or silently misread in a new or changed object (contract 1.6, 2.2), told all at once.
 *
 * <p>Not among the rules: which object is the default, as the flag moves by itself and an account may be without one
 * (contract 1.8); and that workdays start "up to 7 days from today" (contract 2.2), as the vendor's own objects keep old
 * dates and nobody knows whether, and in which direction, that is enforced.
 */
public final class DraftRules<E> {
    private final EventRules<E> events;

    private DraftRules(EventRules<E> events) {
        this.events = events;
    }

    public static DraftRules<OccasionEvent> ofOccasions() {
        return new DraftRules<>(new OccasionEventRules());
    }

    public static DraftRules<WorkdaysEvent> ofWorkdays() {
        return new DraftRules<>(new WorkdaysEventRules());
    }

    /** @param others the objects beside it in its collection; deleted ones do not count */
    public Checked<E> check(Proposal proposal, List<? extends Item> others) {
        Violations found = Violations.none();
        String name = name(proposal.name(), others, found.at("name"));
        description(proposal.description(), found.at("description"));
        List<E> checked = events(proposal.events(), found.at("events"));
        List<Violation> violations = found.list();
        return violations.isEmpty()
                ? new Checked.Kept<>(new Draft<>(name, proposal.description(), proposal.isDefault(), checked))
                : new Checked.Broken<>(violations);
    }

    private static String name(@Nullable String name, List<? extends Item> others, Violations here) {
        String given = TextRules.required(name, here);
        TextRules.upTo(Limits.NAME, given, here);
        others.stream()
                .filter(other -> !other.deleted() && other.name().equals(given) && !given.isBlank())
                .findFirst()
                .ifPresent(other -> here.add("must be unique, and " + other.id() + " has this name"));
        return given;
    }

    private static void description(@Nullable String description, Violations here) {
        if (description != null) {
            TextRules.readable(description, here);
            TextRules.upTo(Limits.DESCRIPTION, description, here);
        }
    }

    private List<E> events(@Nullable List<Proposal.Event> given, Violations here) {
        if (given == null) {
            here.add("is missing; a list without events is one too");
            return List.of();
        }
        return tooMany(given, here) ? List.of() : each(given, here);
    }

    /** A list too long is not looked into: one violation says what is to be done. */
    private static boolean tooMany(List<Proposal.Event> given, Violations here) {
        boolean tooMany = given.size() > Limits.EVENTS;
        here.addIf(tooMany, "must have at most %d events, and has %d".formatted(Limits.EVENTS, given.size()));
        return tooMany;
    }

    private List<E> each(List<Proposal.Event> given, Violations here) {
        List<E> checked = new ArrayList<>(given.size());
        for (int index = 0; index < given.size(); index++) {
            checked.add(events.check(given.get(index), here.at(index)));
        }
        return checked;
    }
}
