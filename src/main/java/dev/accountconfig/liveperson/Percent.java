package dev.accountconfig.liveperson;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as OAuth 1.0 wants it (RFC 5849 section 3.6): all but letters, digits and four marks, upper case. */
final class Percent {
    private static final String MARKS = "-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) (each & 0xff))) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(HEX.toHexDigits(each));
            }
        }
        return encoded.toString();
    }

    /** As in a form, where a plus is a space. A per cent sign that begins nothing is one. */
    static String decode(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(encoded.length);
        for (int at = 0; at < encoded.length; at++) {
            if (encoded[at] == '%' && isByte(encoded, at + 1)) {
                plain.write(HexFormat.fromHexDigits(new String(encoded, at + 1, 2, StandardCharsets.US_ASCII)));
                at += 2;
            } else {
                plain.write(encoded[at] == '+' ? ' ' : encoded[at]);
            }
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static boolean isByte(byte[] text, int at) {
        return at + 1 < text.length && HexFormat.isHexDigit(text[at]) && HexFormat.isHexDigit(text[at + 1]);
    }

    private static boolean isPlain(char letter) {
        return letter < 128 && (Character.isLetterOrDigit(letter) || MARKS.indexOf(letter) >= 0);
    }
}
