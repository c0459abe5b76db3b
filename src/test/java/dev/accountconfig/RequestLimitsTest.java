package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a request may have, each at its edge, and what is said of one that is none. */
@QuarkusTest
@QuarkusTestResource(value = RequestLimitsTest.ImpatientVendor.class, restrictToAnnotatedClass = true)
class RequestLimitsTest {
    /** Slow requests need not be waited for. */
    public static final class ImpatientVendor extends SimulatedVendor {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = super.start();
            settings.put("api.head-time", "300ms");
            settings.put("api.request-time", "600ms");
            return settings;
        }
    }

    private static final int PATIENCE = 3_000;
    private static final String NOTHING_THERE = "/nothing";

    @Test
    void aRequestLineHasFourKilobytes() throws IOException {
        String frame = "GET  HTTP/1.1";
        String longest = NOTHING_THERE + "?" + "q".repeat(4_096 - frame.length() - NOTHING_THERE.length() - 1);
        assertThat(get(longest, "").status()).isEqualTo(404);
        isRefused(get(longest + "q", ""), 414, "target-too-long");
    }

    @Test
    void headerFieldsHaveEightKilobytes() throws IOException {
        int others = "Host: localhost".length() + "Connection: close".length() + "X: ".length();
        assertThat(get(NOTHING_THERE, "X: " + "x".repeat(8_192 - others) + "\r\n")
                        .status())
                .isEqualTo(404);
        isRefused(get(NOTHING_THERE, "X: " + "x".repeat(8_193 - others) + "\r\n"), 431, "head-too-large");
    }

    @Test
    void thereAreAHundredOfThem() throws IOException {
        assertThat(get(NOTHING_THERE, "X: y\r\n".repeat(98)).status()).isEqualTo(404);
        isRefused(get(NOTHING_THERE, "X: y\r\n".repeat(99)), 431, "head-too-large");
    }

    @Test
    void aBodyHasSixtyFourKilobytes() throws IOException {
        assertThat(post(65_536).status()).isEqualTo(404);
        isRefused(post(65_537), 413, "body-too-large");
        isRefused(post(5_000_000), 413, "body-too-large");
    }

    @Test
    void aHeadThatDoesNotEndIsNotWaitedFor() throws IOException {
        isRefused(send("GET / HTTP/1.1\r\nHost: localhost\r\n"), 408, "request-timeout");
        isRefused(send("G"), 408, "request-timeout");
        Wiretap second =
                Wiretap.of(RestAssured.port, "GET " + NOTHING_THERE + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 1_500);
        assertThat(second.first().status()).isEqualTo(404);
        assertThat(second.closed()).as("between requests there is time").isFalse();
    }

    @Test
    void neitherIsABody() throws IOException {
        Wiretap heard = Wiretap.of(
                RestAssured.port,
                "POST /v1/accounts/27182818/occasions HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{",
                PATIENCE);
        assertThat(heard.closed()).isTrue();
        assertThat(heard.answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / http/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.2\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\nHost: localhost\n\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX\u0000: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: y\u0000\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX : y\r\n\r\n",
                "G\u00ffT / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "garbage\r\n\r\n"
            })
    void whatIsNoHttpIsRefusedInWords(String sent) throws IOException {
        isRefused(send(sent), 400, "request-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "localhost",
                "http://elsewhere/",
                "http://localhost.elsewhere/",
                "http://user@localhost/",
                "/%",
                "/%g0",
                "/%0",
                "/\u00e9",
                "/a#b",
                "/a?b=%",
                "/a?b=\u00e9",
                "/a\"b",
                "/a?b={",
                "/a?b=\"",
                "/v1/../a",
                "/a//b",
                "/a;b"
            })
    void aTargetThatIsNonePathIsRefusedInWords(String target) throws IOException {
        isRefused(get(target, ""), 400, "malformed-target");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/%C3%A9,404",
        "http://localhost/v1,404",
        "HTTP://LOCALHOST/v1?a=%20&b=[c];?/,404",
        "/v1/'(a)'!*+$@:~,404"
    })
    void aTargetThatIsAllRightIsNot(String target, int status) throws IOException {
        assertThat(get(target, "").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT localhost:1 HTTP/1.1,405",
        "TRACE /v1/accounts/31415926/hours HTTP/1.1,405",
        "OPTIONS * HTTP/1.1,400",
        "BREW /v1/accounts/31415926/hours HTTP/1.1,405"
    })
    void methodsOfNoUseHereAreAnsweredInWords(String line, int status) throws IOException {
        Wiretap.Answer answer = send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("urn:accountconfig-proxy:problem:");
    }

    @Test
    void aBodyInChunksIsRefusedWithTheReason() throws IOException {
        isRefused(
                send("POST /v1/accounts/27182818/occasions HTTP/1.1\r\nHost: localhost\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                411,
                "length-required");
    }

    @Test
    void clientsOfLivePersonAreToldInItsShape() throws IOException {
        Wiretap.Answer answer = get("/api/account/27182818/configuration/a;b", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"type\":\"configuration\"").doesNotContain("urn:");
    }

    @Test
    void nothingIsUpgradedAndNothingStartsWithACheer() throws IOException {
        String upgrade = "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n";
        assertThat(Wiretap.of(
                                RestAssured.port,
                                "GET " + NOTHING_THERE + " HTTP/1.1\r\nHost: localhost\r\n" + upgrade + "\r\n",
                                1_000)
                        .first()
                        .status())
                .isEqualTo(404);
        assertThat(get(NOTHING_THERE, "Upgrade: websocket\r\n").status()).isEqualTo(404);
    }

    @Test
    void whoeverAsksBeforeSendingABodyIsAnswered() throws IOException {
        Wiretap heard = Wiretap.of(
                RestAssured.port,
                "POST /v1/accounts/27182818/occasions HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 70000\r\n\r\n",
                PATIENCE);
        assertThat(heard.first().status()).isEqualTo(413);
    }

    @Test
    void answersAreNotToBeGuessedAt() throws IOException {
        assertThat(get(NOTHING_THERE, "").head()).contains("X-Content-Type-Options: nosniff");
    }

    private static void isRefused(Wiretap.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:accountconfig-proxy:problem:" + type);
        assertThat(answer.closing()).isTrue();
    }

    private static Wiretap.Answer get(String target, String lines) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "Connection: close\r\n\r\n");
    }

    private static Wiretap.Answer post(int length) throws IOException {
        return send("POST " + NOTHING_THERE + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + length + "\r\n\r\n" + " ".repeat(length));
    }

    private static Wiretap.Answer send(String text) throws IOException {
        Wiretap heard = Wiretap.of(RestAssured.port, text, PATIENCE);
        assertThat(heard.closed()).isTrue();
        assertThat(heard.answers()).hasSize(1);
        return heard.first();
    }
}
