package dev.accountconfig.schedule;

/** The rules for one event. */
@FunctionalInterface
interface EventRules<E> {
    /** @return the event; where a violation has been told, with something in the place of what is wrong */
    E check(Proposal.Event event, Violations here);
}
