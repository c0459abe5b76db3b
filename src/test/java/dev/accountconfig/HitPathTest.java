package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.api.HitPath;
import dev.accountconfig.api.RenderedAnswers;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What HTTP/1.1 asks of a connection whose requests are answered in two places, and what metrics see of it. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class HitPathTest {
    private static final String KNOWN = "/v1/accounts/31415926/occasions";
    private static final String LARGE = "/v1/accounts/31415926/hours?from=2026-01-01&to=2026-12-31";

    Simulator vendor;

    @Inject
    RenderedAnswers rendered;

    @Inject
    HitPath shortcut;

    private KeptConnection connection;

    @BeforeEach
    void connect() {
        assertThat(shortcut.isOpen()).isTrue();
        connection = new KeptConnection(RestAssured.port);
        // The first request of a connection is the framework's, and so is whatever was not asked for before.
        connection.ask("GET", KNOWN);
        connection.ask("GET", LARGE);
    }

    @AfterEach
    void hangUp() {
        connection.close();
        vendor.clearMishaps();
    }

    @Test
    void nobodyIsAnsweredBeforeWhoCameBeforeHim() {
        vendor.let(Requests.OCCASIONS).of("cold88").suffer(new Mishap.Slow(Duration.ofMillis(300)));
        String cold = "/v1/accounts/cold88/occasions";
        connection.send(KeptConnection.request("GET", KNOWN)
                + KeptConnection.request("GET", cold)
                + KeptConnection.request("HEAD", KNOWN)
                + KeptConnection.request("GET", "/v1/accounts/nobody/occasions")
                + KeptConnection.request("GET", KNOWN));
        assertThat(connection.answer("GET"))
                .startsWith("HTTP/1.1 200")
                .contains("Cache-Status: accountconfig-proxy; hit");
        assertThat(connection.answer("GET")).startsWith("HTTP/1.1 200").contains("cold88 UK public holidays");
        assertThat(connection.answer("HEAD")).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
        assertThat(connection.answer("GET")).startsWith("HTTP/1.1 404");
        assertThat(connection.answer("GET")).startsWith("HTTP/1.1 200").contains("\"occasions\"");
        assertThat(connection.ask("GET", cold)).startsWith("HTTP/1.1 200");
    }

    @Test
    void nothingIsAnsweredAfterTheLast() {
        long told = rendered.told();
        connection.send(KeptConnection.request("GET", KNOWN)
                + KeptConnection.request("GET", KNOWN, "Connection: close")
                + KeptConnection.request("GET", KNOWN));
        assertThat(connection.answer("GET")).doesNotContainIgnoringCase("connection: close");
        assertThat(connection.answer("GET")).containsIgnoringCase("connection: close");
        assertThat(connection.isOver()).isTrue();
        assertThat(rendered.told() - told).isEqualTo(2);
    }

    @Test
    void whoSaysBothThatItStaysAndThatItGoesIsTakenToGo() {
        connection.send(KeptConnection.request("GET", KNOWN, "Connection: keep-alive", "Connection: close")
                + KeptConnection.request("GET", KNOWN));
        assertThat(connection.answer("GET")).containsIgnoringCase("connection: close");
        assertThat(connection.isOver()).isTrue();
    }

    /** The refused one is answered, and what follows it is no request, however much of it had to wait. */
    @Test
    void nothingIsAnsweredAfterARefusalEither() {
        CompletableFuture<Void> sending = CompletableFuture.runAsync(
                () -> connection.send(KeptConnection.request("GET", LARGE).repeat(400)
                        + KeptConnection.request("POST", KNOWN, "Transfer-Encoding: chunked")
                        + "5\r\nhello\r\n0\r\n\r\n"
                        + KeptConnection.request("GET", KNOWN).repeat(3)));
        for (int i = 0; i < 400; i++) {
            assertThat(connection.answer("GET")).startsWith("HTTP/1.1 200");
        }
        assertThat(connection.answer("POST")).startsWith("HTTP/1.1 411");
        assertThat(connection.isOver()).isTrue();
        sending.join();
    }

    @Test
    void manyAtOnceAreAnsweredInTurn() {
        connection.send(KeptConnection.request("GET", KNOWN).repeat(500));
        String first = connection.answer("GET");
        for (int i = 1; i < 500; i++) {
            assertThat(connection.answer("GET")).hasSameSizeAs(first);
        }
    }

    /** Or the memory of the service would be the client's to fill. */
    @Test
    void whoDoesNotTakeItsAnswersIsNotReadFrom() {
        int requests = 4000;
        long told = rendered.told();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(
                () -> connection.send(KeptConnection.request("GET", LARGE).repeat(requests)));
        Awaitility.await().until(() -> rendered.told() > told);
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> rendered.told() - told < requests / 2);
        for (int i = 0; i < requests; i++) {
            assertThat(connection.answer("GET")).startsWith("HTTP/1.1 200").endsWith("]}");
        }
        sending.join();
        assertThat(rendered.told() - told).isEqualTo(requests);
        assertThat(connection.ask("GET", KNOWN)).startsWith("HTTP/1.1 200");
    }

    @Test
    void theManagementPortAnswersNothingOfIt() {
        try (KeptConnection management = new KeptConnection(Metrics.managementPort())) {
            assertThat(management.ask("GET", KNOWN)).startsWith("HTTP/1.1 404");
            assertThat(management.ask("GET", KNOWN)).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void aReadIsCountedAndTimedAsOneOfTheFrameworks() {
        String tag = connection
                .ask("HEAD", KNOWN)
                .lines()
                .filter(line -> line.startsWith("ETag: "))
                .map(line -> line.substring("ETag: ".length()))
                .findFirst()
                .orElseThrow();
        connection.ask("GET", KNOWN, "If-None-Match: " + tag);
        double whole = requests("GET", 200, "SUCCESS");
        double heads = requests("HEAD", 200, "SUCCESS");
        double unchanged = requests("GET", 304, "REDIRECTION");
        double told = Metrics.sum("accountconfig_rendered_told_total");
        double reads = Metrics.sum("accountconfig_cache_reads_total", "collection=\"occasions\"", "outcome=\"hit\"");

        for (int i = 0; i < 3; i++) {
            connection.ask("GET", KNOWN);
        }
        connection.ask("HEAD", KNOWN);
        connection.ask("GET", KNOWN, "If-None-Match: " + tag);

        assertThat(requests("GET", 200, "SUCCESS") - whole).isEqualTo(3);
        assertThat(requests("HEAD", 200, "SUCCESS") - heads).isEqualTo(1);
        assertThat(requests("GET", 304, "REDIRECTION") - unchanged).isEqualTo(1);
        assertThat(Metrics.sum("accountconfig_rendered_told_total") - told).isEqualTo(5);
        assertThat(Metrics.sum("accountconfig_cache_reads_total", "collection=\"occasions\"", "outcome=\"hit\"")
                        - reads)
                .isEqualTo(5);
    }

    private static double requests(String method, int status, String outcome) {
        return Metrics.sum(
                "http_server_requests_seconds_count",
                "uri=\"/v1/accounts/{accountId}/occasions\"",
                "method=\"" + method + "\"",
                "status=\"" + status + "\"",
                "outcome=\"" + outcome + "\"");
    }
}
