package dev.accountconfig.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A body and its strong tag: a hash of the bytes, which outlives a moved revision and agrees between replicas. */
final class Rendered {
    private static final int TAG_BYTES = 12;

    private final byte[] body;
    private final String etag;

    private Rendered(byte[] body) {
        this.body = body;
        this.etag = tag(body);
    }

    static Rendered json(Object view) {
        return new Rendered(Json.bytes(view));
    }

    /** Not a copy: nobody writes to it. */
    byte[] body() {
        return body;
    }

    /** Quoted, as the header wants it. */
    String etag() {
        return etag;
    }

    private static String tag(byte[] body) {
        byte[] hash = Arrays.copyOf(sha256().digest(body), TAG_BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
