package dev.accountconfig.access;

import java.security.Key;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The public keys of who signs tokens, as they were last handed in (RFC 7517). */
public final class IssuerKeys {
    private volatile List<JsonWebKey> keys = List.of();

    /**
     * @param json a key set
     * @throws UnfitException where it holds no public key, or a private one; the keys before stay in force
     */
    public void renew(String json) {
        keys = read(json);
    }

    private static List<JsonWebKey> read(String json) {
        List<JsonWebKey> usable =
                parsed(json).stream().filter(PublicJsonWebKey.class::isInstance).toList();
        if (usable.isEmpty()) {
            throw new UnfitException("holds no public key that can be used");
        }
        if (usable.stream().anyMatch(key -> ((PublicJsonWebKey) key).getPrivateKey() != null)) {
            throw new UnfitException("holds a private key, which nobody but the issuer may have");
        }
        return usable;
    }

    /** The library believes the shape of what it reads: JSON of another one makes it fail in ways it does not declare. */
    private static List<JsonWebKey> parsed(String json) {
        try {
            return new JsonWebKeySet(json).getJsonWebKeys();
        } catch (JoseException | RuntimeException malformed) {
            throw new UnfitException("is no JSON Web Key Set");
        }
    }

    /** The list itself is what tokens were verified by. */
    List<JsonWebKey> inForce() {
        return keys;
    }

    static Optional<Key> select(List<JsonWebKey> keys, JsonWebSignature signature) {
        try {
            return Optional.ofNullable(new VerificationJwkSelector().select(signature, keys))
                    .map(JsonWebKey::getKey);
        } catch (JoseException malformed) {
            return Optional.empty();
        }
    }
}
