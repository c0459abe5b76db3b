package dev.accountconfig.schedule;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Text that is kept for long and read seldom, deflated (RFC 1950) where that makes it shorter: a vendor's JSON, with the same
 * field names again and again, to about a tenth. Immutable; equal to what holds the same text.
 */
public final class Packed {
    /** Shorter text is left alone: it would save less than an array of its own costs. */
    private static final int WORTH_IT = 160;

    private final @Nullable String plain;
    private final byte[] deflated;
    private final int bytes;
    private final int length;

    private Packed(@Nullable String plain, byte[] deflated, int bytes, int length) {
        this.plain = plain;
        this.deflated = deflated;
        this.bytes = bytes;
        this.length = length;
    }

    public static Packed of(String text) {
        if (text.length() >= WORTH_IT) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] deflated = deflate(bytes);
            // UTF-8 has no half characters, and JSON may.
            if (deflated.length < bytes.length && new String(bytes, StandardCharsets.UTF_8).equals(text)) {
                return new Packed(null, deflated, bytes.length, text.length());
            }
        }
        return new Packed(text, new byte[0], 0, text.length());
    }

    public String text() {
        return plain == null ? new String(inflate(deflated, bytes), StandardCharsets.UTF_8) : plain;
    }

    /** Characters of the text. */
    public int length() {
        return length;
    }

    /** @return as long as the bytes where they get no shorter */
    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] shorter = new byte[bytes.length];
            int length = deflater.deflate(shorter);
            return Arrays.copyOf(shorter, length);
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] deflated, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            byte[] bytes = new byte[length];
            inflater.inflate(bytes);
            return bytes;
        } catch (DataFormatException ownWork) {
            throw new IllegalStateException(ownWork);
        } finally {
            inflater.end();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Packed packed
                && length == packed.length
                && Objects.equals(plain, packed.plain)
                && Arrays.equals(deflated, packed.deflated);
    }

    @Override
    public int hashCode() {
        return plain == null ? Arrays.hashCode(deflated) : plain.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
