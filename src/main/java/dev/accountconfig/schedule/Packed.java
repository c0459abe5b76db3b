package dev.accountconfig.schedule;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Text that is kept for long and read seldom, deflated (RFC 1950) where that makes it shorter: a vendor's JSON, with the same
 * field names again and again, to about a tenth. Immutable; equal to what holds the same text.
 */
public sealed interface Packed {
    /** Shorter text is left alone: it would save less than an array of its own costs. */
    int WORTH_IT = 160;

    String text();

    /** Characters of the text. */
    int length();

    static Packed of(String text) {
        return text.length() < WORTH_IT ? new Plain(text) : shorter(text);
    }

    private static Packed shorter(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Deflated deflated = Deflated.of(bytes, text.length());
        // UTF-8 has no half characters, and JSON may.
        boolean comesBack = new String(bytes, StandardCharsets.UTF_8).equals(text);
        return comesBack && deflated.size() < bytes.length ? deflated : new Plain(text);
    }

    record Plain(String text) implements Packed {
        @Override
        public int length() {
            return text.length();
        }
    }

    final class Deflated implements Packed {
        private final byte[] bytes;

        /** Bytes that come out again. */
        private final int inflated;

        private final int length;

        private Deflated(byte[] bytes, int inflated, int length) {
            this.bytes = bytes;
            this.inflated = inflated;
            this.length = length;
        }

        /** @return not shorter than the bytes where they get no shorter, and of no use then */
        static Deflated of(byte[] bytes, int length) {
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            try {
                deflater.setInput(bytes);
                deflater.finish();
                byte[] shorter = new byte[bytes.length];
                int size = deflater.deflate(shorter);
                return new Deflated(Arrays.copyOf(shorter, size), bytes.length, length);
            } finally {
                deflater.end();
            }
        }

        /** Bytes that it takes. */
        int size() {
            return bytes.length;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public String text() {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(bytes);
                byte[] text = new byte[inflated];
                inflater.inflate(text);
                return new String(text, StandardCharsets.UTF_8);
            } catch (DataFormatException ownWork) {
                throw new IllegalStateException(ownWork);
            } finally {
                inflater.end();
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Deflated packed && Arrays.equals(bytes, packed.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
