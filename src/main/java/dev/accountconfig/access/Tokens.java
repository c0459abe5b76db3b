package dev.accountconfig.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Tokens of an issuer (RFC 7519). A signature is verified once and then remembered, by the token's SHA-256 and as long as the
 * same keys are in force: to verify it costs some hundred hits. Whether the token has ended is asked each time.
 */
public final class Tokens {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int TOKENS = 10_000;

    private final TokenRules rules;
    private final IssuerKeys issuer;
    private final InstantSource clock;
    private final Runnable unknownKey;
    private final Cache<Fingerprint, Verified> verified =
            Caffeine.newBuilder().maximumSize(TOKENS).build();

    /** @param by the keys of that moment: with the next ones it has to be verified again */
    private record Verified(String name, Instant until, List<JsonWebKey> by) {}

    /** @param unknownKey told of a token that was signed with a key that the issuer was not known to have; must not wait */
    public Tokens(TokenRules rules, IssuerKeys issuer, InstantSource clock, Runnable unknownKey) {
        this.rules = rules;
        this.issuer = issuer;
        this.clock = clock;
        this.unknownKey = unknownKey;
    }

    /** @return what a token that was believed before calls its holder; empty where it is no longer to be */
    Optional<String> known(Fingerprint print) {
        List<JsonWebKey> keys = issuer.inForce();
        Instant now = clock.instant();
        return Optional.ofNullable(verified.getIfPresent(print))
                .filter(token -> token.by == keys && now.isBefore(token.until))
                .map(Verified::name);
    }

    /** @return what the token calls its holder, once it is looked at anew; empty where it is not to be believed */
    Optional<String> verified(String token, Fingerprint print) {
        Optional<Verified> fresh =
                looksLikeOne(token) ? verify(token, issuer.inForce(), clock.instant()) : Optional.empty();
        fresh.ifPresentOrElse(found -> verified.put(print, found), () -> verified.invalidate(print));
        return fresh.map(Verified::name);
    }

    /** Three parts (RFC 7515 section 3.1). Encrypted ones have five, and are not for us. */
    private static boolean looksLikeOne(String token) {
        return token.chars().filter(each -> each == '.').count() == 2;
    }

    private Optional<Verified> verify(String token, List<JsonWebKey> keys, Instant now) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setRequireExpirationTime()
                    .setExpectedIssuer(true, rules.issuer())
                    .setExpectedAudience(true, rules.audience())
                    .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                            ConstraintType.PERMIT, rules.algorithms().toArray(String[]::new)))
                    .setVerificationKeyResolver(among(keys))
                    .build()
                    .processToClaims(token);
            Instant ends = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
            Instant forgotten = now.plus(REMEMBERED);
            return Optional.ofNullable(claims.getClaimValueAsString(rules.claim()))
                    .map(name -> new Verified(name, ends.isBefore(forgotten) ? ends : forgotten, keys));
        } catch (InvalidJwtException | MalformedClaimException notToBeBelieved) {
            return Optional.empty();
        }
    }

    private VerificationKeyResolver among(List<JsonWebKey> keys) {
        return (signature, nesting) -> IssuerKeys.select(keys, signature).orElseThrow(() -> {
            unknownKey.run();
            return new UnresolvableKeyException("unknown key");
        });
    }
}
