package dev.accountconfig.api;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists of tags, or {@code *}: {@code If-None-Match} compares weakly (RFC 9110 section 13.1.2), {@code If-Match} strongly
 * (section 13.1.1).
 */
final class EntityTags {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private EntityTags() {}

    /** @param headers every header line of that name; each may hold several tags */
    static boolean match(List<String> headers, String etag) {
        return tags(headers).anyMatch(tag -> tag.equals("*") || strong(tag).equals(etag));
    }

    /** A weak tag never matches: whoever writes must have seen these very bytes. */
    static boolean matchStrongly(List<String> headers, String etag) {
        return tags(headers).anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static Stream<String> tags(List<String> headers) {
        return headers.stream().flatMap(line -> COMMA.splitAsStream(line.strip()));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
