package dev.accountconfig.document;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The path of a target. */
final class Segments {
    private static final int LONGEST = 512;

    /** May stand in a path as they are (RFC 3986 section 3.3), but for the semicolon, which servers read as a parameter. */
    private static final String PLAIN = "!$&'()*+,=:@";

    /** What a server that decodes twice, or takes a backslash for a slash, would read as another path. */
    private static final String FORBIDDEN = "/\\;%";

    private Segments() {}

    static String canonical(String raw) {
        String path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        String canonical =
                Arrays.stream(path.split("/", -1)).map(Segments::segment).collect(Collectors.joining("/"));
        if (canonical.length() > LONGEST) {
            throw new IllegalArgumentException("the path is longer than " + LONGEST + " characters");
        }
        return canonical;
    }

    private static String segment(String raw) {
        String text = Spelling.decoded(raw);
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException("the path holds an empty or a dot segment");
        }
        if (text.chars().anyMatch(character -> FORBIDDEN.indexOf(character) >= 0)) {
            throw new IllegalArgumentException("a segment of the path holds a separator or a percent sign");
        }
        return Spelling.encoded(text, PLAIN);
    }
}
