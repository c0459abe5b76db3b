package dev.accountconfig.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding (RFC 3986 section 2.1), read strictly and written in one way. */
final class Spelling {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private Spelling() {}

    /** @throws IllegalArgumentException where it is no percent-encoded UTF-8, or holds a control character */
    static String decoded(String raw) {
        String text = utf8(bytes(raw));
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("it holds a control character");
        }
        return text;
    }

    /** @param plain characters besides the unreserved ones that stay as they are */
    static String encoded(String text, String plain) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (UNRESERVED.indexOf(character) >= 0 || plain.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static ByteBuffer bytes(String raw) {
        byte[] sent = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(sent.length);
        for (int next = 0; next < sent.length; next++) {
            if (sent[next] == '%') {
                bytes.put(octet(sent, next));
                next += 2;
            } else {
                bytes.put(sent[next]);
            }
        }
        return bytes.flip();
    }

    private static byte octet(byte[] sent, int percent) {
        if (percent + 2 >= sent.length
                || !HexFormat.isHexDigit(sent[percent + 1])
                || !HexFormat.isHexDigit(sent[percent + 2])) {
            throw new IllegalArgumentException("a percent sign is not followed by two hexadecimal digits");
        }
        return (byte) (16 * HexFormat.fromHexDigit(sent[percent + 1]) + HexFormat.fromHexDigit(sent[percent + 2]));
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("it is no UTF-8", malformed);
        }
    }
}
