package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a token says of itself (RFC 7519). Its signature is for the vendor to check; we believe it in no more than this. */
final class Jwt {
    private static final long A_YEAR = 366L * 24 * 3600;

    private Jwt() {}

    /** In seconds, by its own account; empty where it is no JWT, or says nothing sensible. */
    static Optional<Long> lifetime(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length == 3 ? claims(parts[1]).map(Jwt::lifetime).filter(Jwt::isSensible) : Optional.empty();
    }

    static boolean isSensible(long seconds) {
        return seconds > 0 && seconds <= A_YEAR;
    }

    private static long lifetime(JsonNode claims) {
        long issued = claims.path("iat").asLong();
        long expires = claims.path("exp").asLong();
        return issued > 0 && expires > 0 ? expires - issued : 0;
    }

    private static Optional<JsonNode> claims(String encoded) {
        try {
            return Optional.of(
                    VendorJson.kept(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException opaque) {
            return Optional.empty();
        }
    }
}
