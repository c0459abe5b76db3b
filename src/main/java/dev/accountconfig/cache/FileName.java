package dev.accountconfig.cache;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Text as a part of a file name or a word of a heading: lower-case letters, digits, {@code _} and {@code -} as they are, any
 * other byte of its UTF-8 as {@code %} and two digits. So nothing climbs out of a directory, and keys that differ in case
 * alone are two files even where the file system does not tell them apart.
 */
final class FileName {
    /** Far below the 255 bytes that file systems allow. */
    private static final int LONGEST = 120;

    private FileName() {}

    /** Texts too long for a name share its digest's; {@code =} begins no other. */
    static String of(String text) {
        String word = word(text);
        return word.length() <= LONGEST ? word : "=" + Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String word(String text) {
        StringBuilder word = new StringBuilder();
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            word.append(plain(next) ? Character.toString(next) : "%%%02x".formatted(next));
        }
        return word.toString();
    }

    /** The text that {@link #word} made a word of. */
    static String text(String word) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) == '%') {
                text.write(HexFormat.fromHexDigits(word, at + 1, at + 3));
                at += 2;
            } else {
                text.write(word.charAt(at));
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static boolean plain(byte next) {
        return (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9') || next == '_' || next == '-';
    }
}
