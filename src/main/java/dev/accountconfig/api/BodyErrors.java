package dev.accountconfig.api;

import dev.accountconfig.api.Problem.FieldError;
import dev.accountconfig.schedule.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong with a body, by JSON pointer: first its shape, then the rules it breaks. */
final class BodyErrors {
    /** Enough for every event of a year to be wrong; a hostile body shall not ask for an endless answer. */
    private static final int TOLD = 1000;

    private final List<FieldError> told = new ArrayList<>();
    private final Set<String> misshapen = new HashSet<>();
    private int count;

    void add(String pointer, String words) {
        misshapen.add(pointer);
        tell(pointer, words);
    }

    /** Not where the shape is wrong already: that something is missing there only follows from it. */
    void add(Violation violation) {
        if (!isMisshapen(violation.pointer())) {
            tell(violation.pointer(), violation.words());
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    ProblemException asException() {
        return Problem.invalidBody(told, count).asException();
    }

    private void tell(String pointer, String words) {
        count++;
        if (told.size() < TOLD) {
            told.add(new FieldError(pointer, words));
        }
    }

    private boolean isMisshapen(String pointer) {
        return misshapen.contains(pointer)
                || (!pointer.isEmpty() && isMisshapen(pointer.substring(0, pointer.lastIndexOf('/'))));
    }
}
