package dev.accountconfig.api;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A body and its strong tag: a hash of the bytes, which outlives a moved revision and agrees between replicas. */
final class Rendered {
    private static final int TAG_BYTES = 12;
    static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
    private static final MediaType CALENDAR = new MediaType("text", "calendar", "UTF-8");

    private final byte[] body;
    private final String etag;
    private final MediaType type;

    private Rendered(byte[] body, MediaType type) {
        this.body = body;
        this.etag = tag(body);
        this.type = type;
    }

    static Rendered json(Object view) {
        return new Rendered(Json.bytes(view), JSON);
    }

    /** @param body not copied */
    static Rendered jsonAsItCame(byte[] body) {
        return new Rendered(body, JSON);
    }

    static Rendered calendar(String text) {
        return new Rendered(text.getBytes(StandardCharsets.UTF_8), CALENDAR);
    }

    MediaType type() {
        return type;
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
