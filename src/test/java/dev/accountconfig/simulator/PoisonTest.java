package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that harm a client that takes them as they come. */
class PoisonTest extends SimulatorTestCase {

    private static final String DOMAINS = ACCOUNT + "/service/baseURI.json?version=1.0";

    private record Raw(int status, String encoding, byte[] body) {}

    private static Raw raw() throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://" + simulator.host() + DOMAINS).toURL().openConnection();
        try (InputStream body = connection.getInputStream()) {
            return new Raw(connection.getResponseCode(), connection.getContentEncoding(), body.readAllBytes());
        }
    }

    private static InputStream unzipped(Raw raw) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(raw.body()));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 1024 * 1024 + 2, 3_333_333})
    void aGzipBombUnpacksToAnArrayOfExactlySoManyBytes(long bytes) throws IOException {
        simulator.let(Requests.DOMAINS).suffer(new Mishap.GzipBomb(bytes));

        try (var unzipped = unzipped(raw())) {
            assertThat(new String(unzipped.readAllBytes(), StandardCharsets.US_ASCII))
                    .hasSize((int) bytes)
                    .startsWith("[")
                    .endsWith("]")
                    .matches(text -> text.substring(1, text.length() - 1).isBlank());
        }
    }

    @Test
    void aGzipBombIsSmallOnTheWireAndComesUnasked() throws IOException {
        simulator.let(Requests.DOMAINS).suffer(new Mishap.GzipBomb(300_000_000));

        var bomb = raw();

        assertThat(bomb.status()).isEqualTo(200);
        assertThat(bomb.encoding()).isEqualTo("gzip");
        assertThat(bomb.body()).hasSizeLessThan(400_000);
        assertThat(simulator.last(Service.DOMAINS).orElseThrow().header("accept-encoding"))
                .isEmpty();
    }

    @Test
    void aRedirectNamesAnotherPlace() {
        simulator.let(Requests.LOGIN).suffer(new Mishap.Redirect("https://elsewhere.example/login"));

        var answer = visitor.login();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).isEqualTo("https://elsewhere.example/login");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aHeaderFloodIsARightAnswerBeneathKilobytesOfHeaders() {
        simulator.let(Requests.OCCASIONS).suffer(new Mishap.HeaderFlood(40));

        var answer = visitor.signedIn().get(OCCASIONS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasSize(9);
        assertThat(answer.header("x-flood-0")).hasSize(1024);
        assertThat(answer.header("x-flood-39")).hasSize(1024);
    }

    /** Support has blocked the account or the user (contract, section 5). */
    @Test
    void aBlockedAccountIsTold451ByTheLoginAndByTheDomainApi() {
        simulator.let(Requests.LOGIN).suffer(new Mishap.Fail(451, Mishap.Body.JSON));
        simulator.let(Requests.DOMAINS).suffer(new Mishap.Fail(451, Mishap.Body.EMPTY));

        assertThat(visitor.login().status()).isEqualTo(451);
        assertThat(visitor.get(DOMAINS).status()).isEqualTo(451);
    }
}
