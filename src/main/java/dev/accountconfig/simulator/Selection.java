package dev.accountconfig.simulator;

import java.util.LinkedHashMap;
import java.util.Optional;

/** Reads {@code a,b(c,d)} from left to right; what does not fit leaves something unread. */
final class Selection {

    private final String text;
    private int next;

    Selection(String text) {
        this.text = text;
    }

    Optional<Projection> read() {
        return list().filter(done -> next == text.length());
    }

    private Optional<Projection> list() {
        var fields = new LinkedHashMap<String, Projection>();
        do {
            var name = name();
            var part = name.isEmpty() ? Optional.<Projection>empty() : part();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            fields.put(name, part.get());
        } while (skip(','));
        return Optional.of(new Projection(fields));
    }

    private Optional<Projection> part() {
        return skip('(') ? list().filter(inner -> skip(')')) : Optional.of(Projection.ALL);
    }

    private String name() {
        int from = next;
        while (next < text.length() && isNamePart(text.charAt(next))) {
            next++;
        }
        return text.substring(from, next);
    }

    private static boolean isNamePart(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private boolean skip(char expected) {
        boolean there = next < text.length() && text.charAt(next) == expected;
        next += there ? 1 : 0;
        return there;
    }
}
