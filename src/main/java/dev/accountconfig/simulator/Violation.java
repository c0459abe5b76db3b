package dev.accountconfig.simulator;

import java.util.Optional;

/**
 * A rule that an object breaks.
 *
 * @param where a JSON pointer into the object (RFC 6901)
 */
record Violation(Rule rule, String where, String message) {

    static Optional<Violation> unless(boolean kept, Rule rule, String where, String message) {
        return kept ? Optional.empty() : Optional.of(new Violation(rule, where, message));
    }

    String words() {
        return where.isEmpty() ? message : where + ": " + message;
    }
}
