package dev.accountconfig;

import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Signs tokens, the right ones and all kinds of wrong ones. */
public final class Issuer {
    public static final String NAME = "https://issuer.example";
    public static final String AUDIENCE = "accountconfig-proxy";

    private final RsaJsonWebKey rsa = rsa("rsa-1");
    private final RsaJsonWebKey next = rsa("rsa-2");
    private final PublicJsonWebKey curve = curve();
    private final RsaJsonWebKey thief = rsa("rsa-1");

    /** The key set of a day: without the key that comes next. */
    public String published() {
        return new JsonWebKeySet(rsa, curve).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public String publishedWithNext() {
        return new JsonWebKeySet(rsa, curve, next).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public String publishedNextAlone() {
        return new JsonWebKeySet(next).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public String withPrivateKey() {
        return new JsonWebKeySet(rsa).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    public String token(String subject) {
        return signed(claims(subject, NAME, AUDIENCE, Duration.ofHours(1)), "RS256", rsa.getPrivateKey(), "rsa-1");
    }

    public String lasting(String subject, Instant until) {
        JwtClaims claims = claims(subject, NAME, AUDIENCE, Duration.ofHours(1));
        claims.setExpirationTime(NumericDate.fromMilliseconds(until.toEpochMilli()));
        return signed(claims, "RS256", rsa.getPrivateKey(), "rsa-1");
    }

    public String byNextKey(String subject) {
        return signed(claims(subject, NAME, AUDIENCE, Duration.ofHours(1)), "RS256", next.getPrivateKey(), "rsa-2");
    }

    public String onACurve(String subject) {
        return signed(claims(subject, NAME, AUDIENCE, Duration.ofHours(1)), "ES256", curve.getPrivateKey(), "ec-1");
    }

    public String expired(String subject) {
        return signed(claims(subject, NAME, AUDIENCE, Duration.ofMinutes(-1)), "RS256", rsa.getPrivateKey(), "rsa-1");
    }

    public String notYet(String subject) {
        JwtClaims claims = claims(subject, NAME, AUDIENCE, Duration.ofHours(1));
        claims.setNotBeforeMinutesInThePast(-10);
        return signed(claims, "RS256", rsa.getPrivateKey(), "rsa-1");
    }

    public String endless(String subject) {
        JwtClaims claims = claims(subject, NAME, AUDIENCE, Duration.ofHours(1));
        claims.unsetClaim("exp");
        return signed(claims, "RS256", rsa.getPrivateKey(), "rsa-1");
    }

    public String ofAnotherIssuer(String subject) {
        return signed(
                claims(subject, "https://other.example", AUDIENCE, Duration.ofHours(1)),
                "RS256",
                rsa.getPrivateKey(),
                "rsa-1");
    }

    public String forAnotherAudience(String subject) {
        return signed(claims(subject, NAME, "other", Duration.ofHours(1)), "RS256", rsa.getPrivateKey(), "rsa-1");
    }

    public String unsigned(String subject) {
        return signed(claims(subject, NAME, AUDIENCE, Duration.ofHours(1)), "none", null, "rsa-1");
    }

    /** The public key as if it were a shared secret. */
    public String byPublicKey(String subject) {
        return signed(
                claims(subject, NAME, AUDIENCE, Duration.ofHours(1)),
                "HS256",
                new HmacKey(rsa.getPublicKey().getEncoded()),
                "rsa-1");
    }

    /** Of our issuer's key, by an algorithm that is not among those of the settings. */
    public String byAnotherAlgorithm(String subject) {
        return signed(claims(subject, NAME, AUDIENCE, Duration.ofHours(1)), "PS256", rsa.getPrivateKey(), "rsa-1");
    }

    public String forged(String subject) {
        return signed(claims(subject, NAME, AUDIENCE, Duration.ofHours(1)), "RS256", thief.getPrivateKey(), "rsa-1");
    }

    private static JwtClaims claims(String subject, String issuer, String audience, Duration lifetime) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setExpirationTimeMinutesInTheFuture(lifetime.toMinutes());
        claims.setGeneratedJwtId();
        return claims;
    }

    private static String signed(JwtClaims claims, String algorithm, Key key, String id) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setKeyIdHeaderValue(id);
            signature.setKey(key);
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RsaJsonWebKey rsa(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PublicJsonWebKey curve() {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("ec-1");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
