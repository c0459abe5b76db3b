package dev.accountconfig.liveperson;

import dev.accountconfig.liveperson.OAuthSignature.Parameter;
import io.vertx.core.http.HttpHeaders;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Signs each call with an API key (contract 6.1; RFC 5849). Nothing is lent, so nothing ends. */
final class SignedByKey implements Pass {
    private static final int NONCE_BYTES = 16;

    private final Credentials.ApiKey key;
    private final VendorClock clock;
    private final RandomGenerator nonces;

    SignedByKey(Credentials.ApiKey key, VendorClock clock, RandomGenerator nonces) {
        this.key = key;
        this.clock = clock;
        this.nonces = nonces;
    }

    @Override
    public Shown shownFor(VendorCall call) {
        List<Parameter> unsigned = parameters();
        String baseString = OAuthSignature.baseString(
                call.request().verb().name(), call.host(), call.request().target(), unsigned);
        String signature = OAuthSignature.of(baseString, key.secret(), key.accessTokenSecret());
        return new Shown(HttpHeaders.AUTHORIZATION, header(unsigned, signature));
    }

    /** Seconds: the vendor knows clients that sent milliseconds, and turns them down. */
    private List<Parameter> parameters() {
        return List.of(
                new Parameter("oauth_consumer_key", key.appKey()),
                new Parameter("oauth_nonce", nonce()),
                new Parameter("oauth_signature_method", "HMAC-SHA1"),
                new Parameter("oauth_timestamp", Long.toString(clock.seconds())),
                new Parameter("oauth_token", key.accessToken()),
                new Parameter("oauth_version", "1.0"));
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        nonces.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Section 3.5.1; without a realm, as the vendor's samples are. */
    private static Secret header(List<Parameter> unsigned, String signature) {
        return new Secret(Stream.concat(unsigned.stream(), Stream.of(new Parameter("oauth_signature", signature)))
                .map(one -> one.encodedName() + "=\"" + one.encodedValue() + "\"")
                .collect(Collectors.joining(", ", "OAuth ", "")));
    }

    @Override
    public void rejected(@Nullable String date) {
        clock.learn(date);
    }

    @Override
    public boolean lent() {
        return false;
    }
}
