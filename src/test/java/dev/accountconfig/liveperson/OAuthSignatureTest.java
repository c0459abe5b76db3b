package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.liveperson.OAuthSignature.Parameter;
import dev.accountconfig.schedule.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import oauth.signpost.basic.HttpURLConnectionRequestAdapter;
import oauth.signpost.exception.OAuthException;
import oauth.signpost.http.HttpParameters;
import oauth.signpost.http.HttpRequest;
import oauth.signpost.signature.HmacSha1MessageSigner;
import oauth.signpost.signature.SignatureBaseString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 5849: the signatures are those of its own examples, and another implementation's on the same inputs. */
class OAuthSignatureTest {
    private static final String CLIENT = "kd94hf93k423kf44";

    private static List<Parameter> oauth(String key, String token, String timestamp, String nonce, Parameter... more) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                new Parameter("oauth_consumer_key", key),
                new Parameter("oauth_signature_method", "HMAC-SHA1"),
                new Parameter("oauth_timestamp", timestamp),
                new Parameter("oauth_nonce", nonce)));
        if (!token.isEmpty()) {
            parameters.add(new Parameter("oauth_token", token));
        }
        parameters.addAll(List.of(more));
        return parameters;
    }

    private static String signature(String baseString, String secret, String tokenSecret) {
        return OAuthSignature.of(baseString, new Secret(secret), new Secret(tokenSecret));
    }

    @Test
    void section12TemporaryCredentials() {
        String base = OAuthSignature.baseString(
                "POST",
                new VendorHost(true, "photos.example.net", 443),
                "/initiate",
                oauth(
                        "dpf43f3p2l4k3l03",
                        "",
                        "137131200",
                        "wIjqoS",
                        new Parameter("oauth_callback", "http://printer.example.com/ready")));
        assertThat(signature(base, CLIENT, "")).isEqualTo("74KNZJeDHnMBp0EMJ9ZHt/XKycU=");
    }

    @Test
    void section12TokenCredentials() {
        String base = OAuthSignature.baseString(
                "POST",
                new VendorHost(true, "photos.example.net", 443),
                "/token",
                oauth(
                        "dpf43f3p2l4k3l03",
                        "hh5s93j4hdidpola",
                        "137131201",
                        "walatlh",
                        new Parameter("oauth_verifier", "hfdp7dh39dks9884")));
        assertThat(signature(base, CLIENT, "hdhd0244k9j7ao03")).isEqualTo("gKgrFCywp7rO0OXSjdot/IHF7IU=");
    }

    @Test
    void section12TheProtectedResource() {
        String base = OAuthSignature.baseString(
                "GET",
                new VendorHost(false, "photos.example.net", 80),
                "/photos?file=vacation.jpg&size=original",
                oauth("dpf43f3p2l4k3l03", "nnch734d00sl2jdk", "137131202", "chapoH"));
        assertThat(signature(base, CLIENT, "pfkkdhi9sl3r4s00")).isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
    }

    private static String section34() {
        return OAuthSignature.baseString(
                "POST",
                new VendorHost(false, "EXAMPLE.COM", 80),
                "/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b",
                oauth(
                        "9djdj82h48djs9d2",
                        "kkk9d7dh3k39sjv7",
                        "137131201",
                        "7d8f3e4a",
                        new Parameter("c2", ""),
                        new Parameter("a3", "2 q")));
    }

    @Test
    void section3411TheBaseString() {
        assertThat(section34())
                .isEqualTo(
                        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D"
                                + "%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a"
                                + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7");
    }

    /** As the errata of the RFC have it; the printed one fits no secrets. */
    @Test
    void section3411ItsSignature() {
        assertThat(signature(section34(), "j49sk3j29djd", "dh893hdasih9")).isEqualTo("r6/TJjbCOr97/+UU0NsvSne7s5g=");
    }

    @ParameterizedTest
    @CsvSource({
        "false, EXAMPLE.COM, 80, /r%20v/X?id=123, http%3A%2F%2Fexample.com%2Fr%2520v%2FX",
        "true, www.example.net, 8080, /?q=1, https%3A%2F%2Fwww.example.net%3A8080%2F",
        "true, www.example.net, 443, /, https%3A%2F%2Fwww.example.net%2F",
        "true, www.example.net, 80, /, https%3A%2F%2Fwww.example.net%3A80%2F"
    })
    void section3412TheAddress(boolean secure, String host, int port, String target, String address) {
        assertThat(OAuthSignature.baseString("get", new VendorHost(secure, host, port), target, List.of()))
                .startsWith("GET&" + address + "&");
    }

    /** Signpost, an implementation of its own, on a thousand drawn requests. */
    @Test
    void anotherImplementationSignsAThousandDrawnRequestsAlike() throws OAuthException {
        Random random = new Random(5849);
        for (int i = 0; i < 1_000; i++) {
            boolean secure = random.nextBoolean();
            int[] ports = {80, 443, 8080, 8443, 1 + random.nextInt(65_535)};
            VendorHost host = new VendorHost(
                    secure, random.nextBoolean() ? "LO.ac.LivePerson.net" : "localhost", ports[random.nextInt(5)]);
            List<Parameter> query = IntStream.range(0, random.nextInt(7))
                    .mapToObj(n -> new Parameter(drawn(random, 1), drawn(random, 0)))
                    .toList();
            String target = "/api/account/" + random.nextInt(1_000_000) + "/configuration/"
                    + Percent.encode(drawn(random, 1)) + "?v=1.0&select=%24all"
                    + query.stream()
                            .map(one -> "&" + one.encodedName() + "=" + one.encodedValue())
                            .collect(Collectors.joining());
            String method = List.of("GET", "POST", "PUT", "DELETE").get(random.nextInt(4));
            List<Parameter> oauth = oauth(
                    drawn(random, 1),
                    drawn(random, 1),
                    Integer.toString(random.nextInt(1_000_000_000)),
                    drawn(random, 1));
            String secret = drawn(random, 0);
            String tokenSecret = drawn(random, 0);

            String ours = OAuthSignature.baseString(method, host, target, oauth);

            HttpRequest theirs = new Asked(method, url(host, target));
            HttpParameters parameters = new HttpParameters();
            oauth.forEach(one -> parameters.put(one.name(), one.value(), true));
            parameters.put("v", "1.0", true);
            parameters.put("select", "$all", true);
            query.forEach(one -> parameters.put(one.name(), one.value(), true));
            assertThat(ours).isEqualTo(new SignatureBaseString(theirs, parameters).generate());
            HmacSha1MessageSigner signer = new HmacSha1MessageSigner();
            signer.setConsumerSecret(secret);
            signer.setTokenSecret(tokenSecret);
            assertThat(signature(ours, secret, tokenSecret)).isEqualTo(signer.sign(theirs, parameters));
        }
    }

    private static String url(VendorHost host, String target) {
        return (host.secure() ? "https://" : "http://") + host.name() + ":" + host.port() + target;
    }

    private static String drawn(Random random, int least) {
        String letters = "aZ09-._~ +%&=?/#$!*'(),;:@[]\"\\<>^`{|}\u00e4\u00df\u4e2d\u0645\ud83d\udd50";
        int[] points = letters.codePoints().toArray();
        return IntStream.range(0, least + random.nextInt(9))
                .map(i -> points[random.nextInt(points.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Signpost's view of a request. */
    private static final class Asked extends HttpURLConnectionRequestAdapter {
        private final String method;
        private final String url;

        Asked(String method, String url) {
            super(null);
            this.method = method;
            this.url = url;
        }

        @Override
        public String getMethod() {
            return method;
        }

        @Override
        public String getRequestUrl() {
            return url;
        }
    }

    @Test
    void eachCallIsSignedAnewAtTheTimeOfTheVendor() {
        VendorClock clock = new VendorClock(() -> Instant.ofEpochSecond(1_000_000));
        SignedByKey pass = new SignedByKey(
                new Credentials.ApiKey("a", new Secret("s"), "t", new Secret("ts")), clock, new Random(1));
        VendorCall call = VendorCall.get(
                new AccountId("1"), Purpose.OCCASIONS, new VendorHost(true, "a.liveperson.net", 443), "/x?v=1.0");
        String first = pass.shownFor(call).value().reveal();
        assertThat(first)
                .startsWith("OAuth oauth_consumer_key=\"a\", oauth_nonce=\"")
                .contains("\"1000000\"");
        assertThat(pass.shownFor(call).value().reveal()).isNotEqualTo(first);
        pass.rejected("Thu, 01 Jan 1970 00:00:07 GMT");
        assertThat(pass.shownFor(call).value().reveal()).contains("oauth_timestamp=\"7\"");
        pass.rejected("nonsense");
        pass.rejected(null);
        assertThat(pass.shownFor(call).value().reveal()).contains("oauth_timestamp=\"7\"");
    }
}
