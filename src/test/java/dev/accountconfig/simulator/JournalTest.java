package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalTest extends SimulatorTestCase {

    @Test
    void everyRequestIsRememberedWithWhatItWasFor() {
        var client = visitor.signedIn();
        client.ifMatch("7").get(OCCASIONS + "/4101000110?v=1.0&select=id%2Cname");

        var last = simulator.last(Service.OCCASIONS).orElseThrow();

        assertThat(last.account()).isEqualTo("31415926");
        assertThat(last.tail()).isEqualTo("4101000110");
        assertThat(last.method()).isEqualTo("GET");
        assertThat(last.path()).isEqualTo(OCCASIONS + "/4101000110");
        assertThat(last.query()).isEqualTo(Map.of("v", "1.0", "select", "id,name"));
        assertThat(last.header("If-Match")).contains("7");
        assertThat(last.header("authorization").orElseThrow()).startsWith("Bearer ");
        assertThat(simulator.last(Service.LOGIN).orElseThrow().body()).isEqualTo(Visitor.CREDENTIALS);
        assertThat(simulator.requests())
                .extracting(Received::service)
                .containsExactly(Service.LOGIN, Service.OCCASIONS);
    }

    @Test
    void requestsAreCountedByServiceAndAccount() {
        visitor.get(ACCOUNT + "/service/baseURI.json");
        visitor.get("/api/account/999/service/baseURI.json");

        assertThat(simulator.count(Service.DOMAINS)).isEqualTo(2);
        assertThat(simulator.count(Service.DOMAINS, "999")).isEqualTo(1);
        assertThat(simulator.count(Service.LOGIN)).isZero();
        assertThat(simulator.last(Service.LOGIN)).isEmpty();
    }

    @Test
    void theTunnelledMethodIsTheOneThatCounts() {
        visitor.with("X-HTTP-Method-Override", "put").post(OCCASIONS, "[]");

        var last = simulator.last(Service.OCCASIONS).orElseThrow();
        assertThat(last.method()).isEqualTo("POST");
        assertThat(last.verb()).isEqualTo("PUT");
    }

    @Test
    void requestsThatSufferAreRememberedToo() {
        simulator.let(Requests.ANY).suffer(new Mishap.Fail(503, Mishap.Body.EMPTY));
        visitor.get(OCCASIONS);

        assertThat(simulator.count(Service.OCCASIONS)).isEqualTo(1);
    }

    @Test
    void theControlPathIsNotRemembered() {
        visitor.get("/_simulator");

        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aResetForgets() {
        visitor.get(OCCASIONS);
        simulator.reset();

        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.count(Service.OCCASIONS)).isZero();
    }

    @Test
    void memoryIsBoundedAndCountsAreExact() {
        var journal = new Journal();
        IntStream.rangeClosed(0, Journal.BOUND).forEach(number -> journal.add(numbered(number)));

        assertThat(journal.requests()).hasSize(Journal.BOUND).doesNotContain(numbered(0));
        assertThat(journal.count(Service.SKILLS)).isEqualTo(Journal.BOUND + 1L);
    }

    private static Received numbered(int number) {
        return new Received(Service.SKILLS, "a", "", "GET", "/" + number, Map.of(), Map.of(), "");
    }

    @Test
    void anAccidentInsideIsAnsweredToo() {
        simulator.let(Requests.ANY).suffer(new Mishap.Fail(99_999, null));

        assertThat(visitor.get(OCCASIONS).status()).isEqualTo(500);
    }

    @Test
    void aPathThatIsNobodysIsNotFound() {
        assertThat(visitor.get("/api/account/31415926/nothing").status()).isEqualTo(404);
        assertThat(simulator.count(Service.ELSEWHERE)).isEqualTo(1);
    }

    @Test
    void aQueryThatCannotBeDecodedIsABadRequest() throws Exception {
        try (var socket = new Socket("localhost", simulator.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("GET /api?x=%zz HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        }
    }
}
