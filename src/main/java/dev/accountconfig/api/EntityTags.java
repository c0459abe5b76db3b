package dev.accountconfig.api;

import java.util.List;
import java.util.regex.Pattern;

/** {@code If-None-Match} (RFC 9110 section 13.1.2): weak comparison against a list, or {@code *}. */
final class EntityTags {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private EntityTags() {}

    /** @param headers every header line of that name; each may hold several tags */
    static boolean match(List<String> headers, String etag) {
        return headers.stream()
                .flatMap(line -> COMMA.splitAsStream(line.strip()))
                .anyMatch(tag -> tag.equals("*") || strong(tag).equals(etag));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
