package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static dev.accountconfig.simulator.Visitor.WORKDAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.simulator.Mishap.Body;
import dev.accountconfig.simulator.Mishap.Nonsense;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every mishap as a client meets it, over a real socket. */
class MishapTest extends SimulatorTestCase {

    private static final String DOMAINS = ACCOUNT + "/service/baseURI.json?version=1.0";

    private Visitor client;

    @BeforeEach
    void signIn() {
        client = visitor.signedIn();
    }

    private static Socket asking(String path) throws IOException {
        var socket = new Socket("localhost", simulator.port());
        socket.setSoTimeout(5_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** As much of the answer as fits before the text ends so, or before the connection does. */
    private static String readUntil(Socket socket, String ending) throws IOException {
        var text = new StringBuilder();
        int next = socket.getInputStream().read();
        while (next >= 0) {
            text.append((char) next);
            if (text.toString().endsWith(ending)) {
                break;
            }
            next = socket.getInputStream().read();
        }
        return text.toString();
    }

    @Test
    void aThrottledRequestIsAnswered429() {
        simulator.let(Requests.OCCASIONS).suffer(new Mishap.Throttle(null));

        var answer = client.get(OCCASIONS);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("retry-after")).isEqualTo("(none)");
    }

    @Test
    void aThrottledRequestMayBeToldWhenToComeBack() {
        simulator.let(Requests.LOGIN).suffer(new Mishap.Throttle(Duration.ofSeconds(5)));

        assertThat(visitor.login().header("retry-after")).isEqualTo("5");
    }

    @Test
    void aFailureSpeaksJsonHtmlOrNothing() {
        simulator.let(Requests.READS).next(1).suffer(new Mishap.Fail(500, Body.JSON));
        simulator.let(Requests.READS).next(1).suffer(new Mishap.Fail(502, Body.HTML));
        simulator.let(Requests.READS).next(1).suffer(new Mishap.Fail(503, Body.EMPTY));

        var json = client.get(OCCASIONS);
        var html = client.get(WORKDAYS);
        var empty = client.get(OCCASIONS);

        assertThat(json.status()).isEqualTo(500);
        assertThat(json.json().has("internalCode")).isTrue();
        assertThat(html.status()).isEqualTo(502);
        assertThat(html.header("content-type")).isEqualTo("text/html");
        assertThat(empty.status()).isEqualTo(503);
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void aFailedWriteWasNotCarriedOut() {
        simulator.let(Requests.WRITES).suffer(new Mishap.Fail(500, Body.EMPTY));

        assertThat(client.delete(OCCASIONS + "/4101000310").status()).isEqualTo(500);
        assertThat(simulator.world().account().revision()).isEqualTo(1204);
    }

    @Test
    void aGarbledAnswerIsHtmlOrBrokenJsonBehindA200() {
        simulator.let(Requests.ANY).next(1).suffer(new Mishap.Garble(Nonsense.HTML));
        simulator.let(Requests.ANY).next(1).suffer(new Mishap.Garble(Nonsense.BROKEN_JSON));

        var html = client.get(OCCASIONS);
        var broken = client.get(OCCASIONS);

        assertThat(html.status()).isEqualTo(200);
        assertThat(html.header("content-type")).isEqualTo("text/html");
        assertThat(broken.header("content-type")).isEqualTo("application/json");
        assertThat(Json.read(broken.body())).isEmpty();
    }

    @Test
    void aSlowAnswerComesLateButWhole() {
        simulator.let(Requests.OCCASIONS).suffer(new Mishap.Slow(Duration.ofMillis(120)));
        long before = System.nanoTime();

        assertThat(client.get(OCCASIONS).json()).hasSize(9);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(115));
    }

    @Test
    void aTruncatedAnswerEndsBeforeItsAnnouncedLength() throws IOException {
        simulator.let(Requests.DOMAINS).suffer(new Mishap.Truncate());

        assertThatThrownBy(() -> visitor.get(DOMAINS)).isInstanceOf(Visitor.BrokenLine.class);
        try (var socket = asking(DOMAINS)) {
            assertThat(readUntil(socket, "\n\r\n\r"))
                    .contains("HTTP/1.1 200 OK", "content-length: ", "{\"baseURIs\":[");
        }
    }

    @Test
    void aTruncatedWriteWasCarriedOut() {
        simulator.let(Requests.WRITES).suffer(new Mishap.Truncate());
        var occasion = "{\"name\":\"Strike\",\"description\":\"\",\"isDefault\":false,\"events\":[]}";

        assertThatThrownBy(() -> client.post(OCCASIONS, occasion)).isInstanceOf(Visitor.BrokenLine.class);
        assertThat(simulator.world().account().revision()).isEqualTo(1205);
    }

    @Test
    void aDrippingAnswerComesByteByByteButWhole() {
        simulator.let(Requests.OCCASIONS).suffer(new Mishap.Drip(Duration.ofMillis(1)));

        var answer = client.get(OCCASIONS + "/4101000710?select=id");

        assertThat(answer.body()).isEqualTo("{\"id\":4101000710}");
        assertThat(answer.header("content-length")).isEqualTo("17");
    }

    @Test
    void aClientThatLeavesWhileItDripsDisturbsNobody() throws IOException {
        simulator.let(Requests.DOMAINS).next(1).suffer(new Mishap.Drip(Duration.ofMillis(1)));
        try (var socket = asking(DOMAINS)) {
            assertThat(readUntil(socket, "\r\n\r\n{")).contains("200 OK");
        }

        assertThat(visitor.get(DOMAINS).status()).isEqualTo(200);
    }

    @Test
    void aStalledAnswerIsHeadersAndThenSilence() throws IOException {
        simulator.let(Requests.DOMAINS).suffer(new Mishap.Stall());

        try (var socket = asking(DOMAINS)) {
            assertThat(readUntil(socket, "\r\n\r\n")).contains("HTTP/1.1 200 OK", "content-length: ");
            socket.setSoTimeout(150);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void anOversizeAnswerIsAnEndlessArrayOfNothing() {
        simulator.let(Requests.OCCASIONS).suffer(new Mishap.Oversize(300_000));

        var answer = client.get(OCCASIONS);

        assertThat(answer.body()).hasSize(300_000).startsWith("[ ").endsWith(" ]");
        assertThat(answer.header("content-length")).isEqualTo("(none)");
        assertThat(answer.json()).isEmpty();
    }

    @Test
    void anOversizeAnswerIsNeverHeldInMemory() throws IOException {
        simulator.let(Requests.DOMAINS).suffer(new Mishap.Oversize(600L * 1024 * 1024 * 1024));

        try (var socket = asking(DOMAINS)) {
            assertThat(socket.getInputStream().readNBytes(4 * 1024 * 1024)).hasSize(4 * 1024 * 1024);
        }

        simulator.clearMishaps();
        assertThat(visitor.get(DOMAINS).status()).isEqualTo(200);
    }

    @Test
    void aResetConnectionEndsWithoutAnAnswer() throws IOException {
        simulator.let(Requests.DOMAINS).suffer(new Mishap.Reset());

        try (var socket = asking(DOMAINS)) {
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void expiredTokensAreUnauthorizedUntilTheNextLogin() {
        simulator.let(Requests.OCCASIONS).next(1).suffer(new Mishap.ExpireTokens());

        assertThat(client.get(OCCASIONS).status()).isEqualTo(401);
        assertThat(client.get(WORKDAYS).status()).isEqualTo(401);
        assertThat(visitor.signedIn().get(OCCASIONS).status()).isEqualTo(200);
    }

    @Test
    void aMovedHostIsToldByTheDomainApi() {
        simulator.let(Requests.DOMAINS).suffer(new Mishap.MoveHost("localhost:9"));

        assertThat(visitor.get(DOMAINS).json().findValuesAsText("baseURI")).containsOnly("localhost:9");
        assertThat(visitor.get(ACCOUNT + "/service/agentVep/baseURI.json")
                        .json()
                        .path("baseURI")
                        .asText())
                .isEqualTo("localhost:9");
    }

    @Test
    void aListMayLackItsEventsAlthoughAllIsSelected() {
        simulator.let(Requests.OCCASIONS).suffer(new Mishap.ListWithoutEvents());

        var list = client.get(OCCASIONS + "?select=$all");

        assertThat(list.json().get(0).has("description")).isTrue();
        assertThat(list.json().findValues("events")).isEmpty();
        assertThat(client.get(OCCASIONS + "/4101000110").json().path("events")).hasSize(5);
    }

    @Test
    void aMishapStrikesTheNextRequestsOnly() {
        simulator.let(Requests.OCCASIONS).next(2).suffer(new Mishap.Fail(503, Body.EMPTY));

        assertThat(client.get(OCCASIONS).status()).isEqualTo(503);
        assertThat(client.get(WORKDAYS).status()).isEqualTo(200);
        assertThat(client.get(OCCASIONS).status()).isEqualTo(503);
        assertThat(client.get(OCCASIONS).status()).isEqualTo(200);
    }

    @Test
    void aMishapLastsUntilItIsCleared() {
        simulator.let(Requests.ANY).suffer(new Mishap.Fail(503, Body.EMPTY));
        assertThat(client.get(OCCASIONS).status()).isEqualTo(503);
        assertThat(client.get(DOMAINS).status()).isEqualTo(503);

        simulator.clearMishaps();

        assertThat(client.get(OCCASIONS).status()).isEqualTo(200);
    }

    @Test
    void requestsMayBeLetThroughBeforeTheMishapStrikes() {
        simulator.let(Requests.OCCASIONS).next(1).suffer(new Mishap.None());
        simulator.let(Requests.OCCASIONS).suffer(new Mishap.Fail(503, Body.EMPTY));

        assertThat(client.get(OCCASIONS).status()).isEqualTo(200);
        assertThat(client.get(OCCASIONS).status()).isEqualTo(503);
    }

    @Test
    void aMishapMayStrikeOneAccountOnly() {
        simulator.world().host("27182818", "");
        simulator.let(Requests.LOGIN).of("27182818").suffer(new Mishap.Fail(503, Body.EMPTY));

        assertThat(visitor.login().status()).isEqualTo(200);
        assertThat(visitor.login("27182818", "hours-proxy", "simulated").status())
                .isEqualTo(503);
    }
}
