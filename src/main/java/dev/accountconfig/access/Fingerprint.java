package dev.accountconfig.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 of a secret or a certificate. Made anew of what every request presents: for a key that costs less than any memory
 * of it would, and leaves none.
 */
final class Fingerprint {
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Fingerprint::digest);

    /** Keys are shorter, and tokens are hashed seldom enough. */
    private static final int SHORT = 256;

    /** Where a key is laid down to be hashed; wiped at once. */
    private static final ThreadLocal<byte[]> DESK = ThreadLocal.withInitial(() -> new byte[SHORT]);

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    static Fingerprint of(String secret) {
        return of(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a part of a text, which is not copied where it is short and plain. */
    static Fingerprint of(String text, int from, int to) {
        return to - from <= SHORT ? ofShort(text, from, to) : of(text.substring(from, to));
    }

    private static Fingerprint ofShort(String text, int from, int to) {
        byte[] desk = DESK.get();
        int length = to - from;
        boolean plain = true;
        for (int at = 0; at < length; at++) {
            char letter = text.charAt(from + at);
            plain &= letter < 0x80;
            desk[at] = (byte) letter;
        }
        MessageDigest digest = DIGEST.get();
        digest.update(desk, 0, length);
        byte[] hash = digest.digest();
        Arrays.fill(desk, 0, length, (byte) 0);
        return plain ? new Fingerprint(hash) : of(text.substring(from, to));
    }

    static Fingerprint of(byte[] content) {
        return new Fingerprint(DIGEST.get().digest(content));
    }

    /** @throws IllegalArgumentException where it is none */
    static Fingerprint parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
        }
        return new Fingerprint(bytes);
    }

    /** Something else that only who knows this one can tell. */
    Fingerprint derived(String label) {
        MessageDigest digest = DIGEST.get();
        digest.update(label.getBytes(StandardCharsets.UTF_8));
        return new Fingerprint(digest.digest(bytes));
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** In a time that does not tell how much is right. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return (bytes[0] << 24) | ((bytes[1] & 0xff) << 16) | ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    }

    @Override
    public String toString() {
        return "Fingerprint[...]";
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }
}
