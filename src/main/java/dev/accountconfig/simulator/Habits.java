package dev.accountconfig.simulator;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** How this vendor behaves today: its quirks, and the rules it does not insist on. */
public final class Habits {

    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private final Set<Rule> waived = EnumSet.noneOf(Rule.class);

    Habits() {}

    public synchronized void adopt(Quirk... more) {
        quirks.addAll(Arrays.asList(more));
    }

    public synchronized void drop(Quirk... fewer) {
        quirks.removeAll(Arrays.asList(fewer));
    }

    public synchronized void waive(Rule... rules) {
        waived.addAll(Arrays.asList(rules));
    }

    public synchronized boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    public synchronized boolean insistsOn(Rule rule) {
        return !quirks.contains(Quirk.LENIENT) && !waived.contains(rule);
    }

    synchronized void become(Collection<Quirk> others, Collection<Rule> waivedRules) {
        forget();
        quirks.addAll(others);
        waived.addAll(waivedRules);
    }

    synchronized void forget() {
        quirks.clear();
        waived.clear();
    }

    synchronized Set<Quirk> quirks() {
        return EnumSet.copyOf(quirks);
    }

    synchronized Set<Rule> waived() {
        return EnumSet.copyOf(waived);
    }
}
