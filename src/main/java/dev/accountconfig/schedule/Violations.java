package dev.accountconfig.schedule;

import java.util.ArrayList;
import java.util.List;

/** Gathers every violation of a proposal; each place in it has a view of its own on the one list. */
final class Violations {
    private final List<Violation> found;
    private final String pointer;

    private Violations(List<Violation> found, String pointer) {
        this.found = found;
        this.pointer = pointer;
    }

    static Violations none() {
        return new Violations(new ArrayList<>(), "");
    }

    Violations at(String field) {
        return new Violations(found, pointer + "/" + field);
    }

    Violations at(int index) {
        return at(Integer.toString(index));
    }

    void add(String words) {
        found.add(new Violation(pointer, words));
    }

    void addIf(boolean broken, String words) {
        if (broken) {
            add(words);
        }
    }

    void missing() {
        add("is missing");
    }

    List<Violation> list() {
        return List.copyOf(found);
    }
}
