package dev.accountconfig.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request line asks for (RFC 9112 section 3.2), and whether two readers could take it for two different things. Pure. */
final class RequestTarget {
    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|%3b|%2f|%5c|\\\\|%00|//|(?:^|/)(?:\\.|%2e){1,2}(?:/|$)", Pattern.CASE_INSENSITIVE);

    /** "http://host" before the path, as a client sends it to a proxy; servers must accept it (RFC 9112 section 3.2.2). */
    private static final Pattern ABSOLUTE = Pattern.compile("^https?://[^/?]*", Pattern.CASE_INSENSITIVE);

    private static final int UNRESERVED = 1;
    private static final int IN_A_PATH = 2;
    private static final int IN_A_QUERY = 4;

    /** Where each letter of ASCII may stand (RFC 3986); looked up, since every letter of every request is. */
    private static final int[] LETTERS = new int[128];

    static {
        allow(
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~",
                UNRESERVED | IN_A_PATH | IN_A_QUERY);
        allow("!$&'()*+,=:@/", IN_A_PATH | IN_A_QUERY);
        allow("?;[]", IN_A_QUERY);
    }

    private RequestTarget() {}

    private static void allow(String letters, int where) {
        letters.chars().forEach(letter -> LETTERS[letter] |= where);
    }

    /** @return without scheme, host and query */
    static String path(String target) {
        String origin = ABSOLUTE.matcher(target).replaceFirst("");
        int query = origin.indexOf('?');
        return query < 0 ? origin : origin.substring(0, query);
    }

    /** @return whether it is a path, alone or after the very host that is addressed; ports are for proxies to choose */
    static boolean isOf(String host, String target) {
        if (target.startsWith("/")) {
            return true;
        }
        Matcher absolute = ABSOLUTE.matcher(target);
        return absolute.find()
                && withoutPort(absolute.group().replaceFirst("^[^/]*//", "")).equalsIgnoreCase(withoutPort(host));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]*$", "");
    }

    /** @return whether its path holds a matrix parameter, an encoded separator, or a dot or empty segment */
    static boolean ambiguous(String target) {
        return deservesALook(target) && AMBIGUOUS.matcher(path(target)).find();
    }

    /** Nearly no path does; to find that out with a pattern costs more than all the rest of a read from memory. */
    private static boolean deservesALook(String target) {
        char before = ' ';
        for (int i = 0; i < target.length() && target.charAt(i) != '?'; i++) {
            char next = target.charAt(i);
            if (next == ';' || next == '%' || next == '\\' || (before == '/' && (next == '/' || next == '.'))) {
                return true;
            }
            before = next;
        }
        return !target.startsWith("/");
    }

    /** @return whether it is spelt as RFC 3986 has it; brackets in a query, which real clients send, are borne with */
    static boolean wellSpelt(String target) {
        int query = target.indexOf('?');
        for (int at = 0; at < target.length(); at++) {
            char letter = target.charAt(at);
            if (letter == '%') {
                if (!isHex(target, at + 1) || !isHex(target, at + 2)) {
                    return false;
                }
            } else if (!fits(letter, query >= 0 && at >= query)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char letter, boolean inQuery) {
        return letter < LETTERS.length && (LETTERS[letter] & (inQuery ? IN_A_QUERY : IN_A_PATH)) != 0;
    }

    /** Whether all of that is unreserved (RFC 3986 section 2.3). */
    static boolean isUnreserved(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char letter = text.charAt(at);
            if (letter >= LETTERS.length || (LETTERS[letter] & UNRESERVED) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but digits follows. */
    static boolean isNumber(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String target, int at) {
        return at < target.length() && Character.digit(target.charAt(at), 16) >= 0 && target.charAt(at) < 0x7f;
    }
}
