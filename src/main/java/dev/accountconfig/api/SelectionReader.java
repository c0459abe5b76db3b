package dev.accountconfig.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code list = name [ "(" list ")" ] *( "," … )}; what comes twice counts once, as it was said last. */
final class SelectionReader {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_]+");

    /** The vendor's documented objects have four levels. */
    private static final int DEPTH = 20;

    private final String text;
    private final Matcher rest;
    private int depth;

    SelectionReader(String select) {
        text = select;
        rest = NAME.matcher(select);
    }

    /** @throws IllegalArgumentException where it is malformed */
    Selection whole() {
        Selection whole = list();
        require(rest.regionStart() == rest.regionEnd());
        return whole;
    }

    private Selection list() {
        require(depth++ < DEPTH);
        Map<String, Selection> fields = new LinkedHashMap<>();
        do {
            fields.put(name(), next('(') ? nested() : Selection.ALL);
        } while (next(','));
        depth--;
        return new Selection(fields);
    }

    private Selection nested() {
        Selection nested = list();
        require(next(')'));
        return nested;
    }

    private String name() {
        require(rest.lookingAt());
        String name = rest.group();
        rest.region(rest.end(), rest.regionEnd());
        return name;
    }

    private boolean next(char expected) {
        int at = rest.regionStart();
        boolean there = at < rest.regionEnd() && text.charAt(at) == expected;
        if (there) {
            rest.region(at + 1, rest.regionEnd());
        }
        return there;
    }

    private static void require(boolean wellFormed) {
        if (!wellFormed) {
            throw new IllegalArgumentException("must be names separated by commas, like id,name,events(meta,start)");
        }
    }
}
