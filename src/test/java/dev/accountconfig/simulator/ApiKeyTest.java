package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiKeyTest extends SimulatorTestCase {

    private static final String HEADER =
            "OAuth oauth_consumer_key=\"%s\", oauth_token=\"%s\", oauth_timestamp=\"%s\", oauth_nonce=\"n\","
                    + " oauth_signature_method=\"HMAC-SHA1\", oauth_version=\"1.0\", oauth_signature=\"%s\"";

    private static String header(String token, String timestamp, String signature) {
        return HEADER.formatted("simulated-app-key", token, timestamp, signature);
    }

    private Visitor.Reply reading(String authorization) {
        return visitor.with("Authorization", authorization).get(OCCASIONS + "?v=1.0");
    }

    /** The worked example of OAuth Core 1.0, appendix A: photos.example.net, signature tR3+Ty81lMeYAr/Fid0kMTYa/WM=. */
    @Test
    void theWorkedExampleOfTheSpecificationIsSigned() {
        var header = "OAuth realm=\"http://photos.example.net/\", oauth_consumer_key=\"dpf43f3p2l4k3l03\","
                + " oauth_token=\"nnch734d00sl2jdk\", oauth_signature_method=\"HMAC-SHA1\","
                + " oauth_signature=\"tR3%2BTy81lMeYAr%2FFid0kMTYa%2FWM%3D\", oauth_timestamp=\"1191242096\","
                + " oauth_nonce=\"kllo9940pd9333jh\", oauth_version=\"1.0\"";
        var request = new Received(
                Service.ELSEWHERE,
                "",
                "",
                "GET",
                "/photos",
                Map.of("file", "vacation.jpg", "size", "original"),
                Map.of("authorization", header, "host", "photos.example.net:80"),
                "");
        var key = new ApiKey("dpf43f3p2l4k3l03", "kd94hf93k423kf44", "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00");

        assertThat(OAuthSignature.of(request).isBy(key)).isTrue();
        assertThat(OAuthSignature.of(request).isBy(ApiKey.DEFAULT)).isFalse();
    }

    @Test
    void aWrongSignatureIsUnauthorizedInFormEncodedWords() {
        var answer = reading(header("simulated-access-token", "1783092600", "guessed"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("oauth_problem=signature_invalid&oauth_problem_advice=the oauth_signature is invalid");
    }

    @Test
    void anUnknownTokenIsRejected() {
        assertThat(reading(header("guessed", "1783092600", "guessed")).body())
                .startsWith("oauth_problem=token_rejected&");
    }

    @Test
    void aTimestampInMillisecondsIsRefused() {
        assertThat(reading(header("simulated-access-token", "1783092600000", "guessed"))
                        .body())
                .startsWith("oauth_problem=timestamp_refused&");
    }

    @Test
    void aRequestSignedWithTheKeyIsAnswered() {
        assertThat(reading(signedWith(ApiKey.DEFAULT)).json()).hasSize(9);
    }

    @Test
    void aKeyMayLackThePrivilege() {
        simulator.apiKey(ApiKey.DEFAULT, Privilege.NOTHING);

        assertThat(reading(signedWith(ApiKey.DEFAULT)).status()).isEqualTo(403);
    }

    private static String signedWith(ApiKey key) {
        var unsigned = new Received(
                Service.OCCASIONS,
                "31415926",
                "",
                "GET",
                OCCASIONS,
                Map.of("v", "1.0"),
                Map.of("authorization", header(key.accessToken(), "1783092600", ""), "host", simulator.host()),
                "");
        var signature = OAuthSignature.of(unsigned).signature(key);
        return header(key.accessToken(), "1783092600", URLEncoder.encode(signature, StandardCharsets.UTF_8));
    }
}
