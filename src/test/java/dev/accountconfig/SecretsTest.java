package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Received;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R6: with every library telling all it has to tell at DEBUG, in good times and in each kind of trouble, no secret is seen in
 * a line of the log, an answer, a metric, a file that is kept, or the dump of a thread.
 */
@QuarkusTest
@QuarkusTestResource(value = SecretKeepers.class, restrictToAnnotatedClass = true)
@MayWarn(".")
class SecretsTest {
    private static final Logger ROOT = Logger.getLogger("");
    private static final List<String> QUESTIONS = List.of(
            "occasions", "workdays", "skills", "hours", "status", "findings", "hours.ics", "occasions/nonsense");
    private static final List<Mishap> TROUBLES = List.of(
            new Mishap.Fail(500, Mishap.Body.JSON),
            new Mishap.Fail(401, Mishap.Body.JSON),
            new Mishap.Fail(403, Mishap.Body.HTML),
            new Mishap.Garble(Mishap.Nonsense.HTML),
            new Mishap.Truncate(),
            new Mishap.Throttle(Duration.ofSeconds(1)),
            new Mishap.Redirect("http://localhost:1/elsewhere"),
            new Mishap.Reset(),
            new Mishap.ExpireTokens(),
            new Mishap.WrongAccount("somebody"));

    Simulator vendor;

    @Inject
    MovableTime time;

    @Inject
    CacheSettings cache;

    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final Ear ear = new Ear();

    /** Hears every line, whatever is shown of it. */
    private final class Ear extends Handler {
        private final AtomicInteger details = new AtomicInteger();

        @Override
        public void publish(LogRecord line) {
            seen.add("log: " + line.getLoggerName() + " " + LogLines.whole(line));
            if (line.getLevel().intValue() < Level.INFO.intValue()) {
                details.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        ROOT.addHandler(ear);
    }

    @AfterEach
    void deaf() {
        ROOT.removeHandler(ear);
        vendor.clearMishaps();
    }

    @Test
    void noSecretIsSeenAnywhere() throws IOException {
        everythingGoesWell();
        for (Mishap trouble : TROUBLES) {
            everythingGoesWrong(trouble);
        }
        callersMakeMistakes();
        operatorsLook();
        Planted planted = withWhatTheVendorHandedOut(SecretKeepers.planted());

        assertThat(ear.details).as("lines below INFO").hasValueGreaterThan(1000);
        assertThat(seen.stream()
                        .flatMap(text -> planted.seenIn(text).stream().map(secret -> secret + " in " + place(text))))
                .isEmpty();
        Numbers.write("secrets", "R6: %d secrets looked for in %d texts".formatted(planted.size(), seen.size()));
    }

    /** Enough to find it, and without it. */
    private static String place(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    private RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + Planted.KEY);
    }

    private void note(String place, Response answer) {
        seen.add(place + ": " + answer.getStatusLine() + "\n" + answer.getHeaders() + "\n" + answer.asString());
    }

    private void everythingGoesWell() {
        for (String account : SecretKeepers.ACCOUNTS) {
            QUESTIONS.forEach(question -> note("answer", caller().get("/v1/accounts/" + account + "/" + question)));
            note("face", caller().get("/api/account/" + account + "/configuration/ac-common/specialoccasion?v=1.0"));
            note("face", caller().get("/api/account/" + account + "/configuration/ac-common/other?v=1.0"));
            note("face", caller().get("/api/account/" + account + "/service/baseURI.json?version=1.0"));
            note(
                    "written",
                    caller().contentType("application/json")
                            .body("{\"name\":\"From " + account + "\",\"isDefault\":false,\"events\":[]}")
                            .post("/v1/accounts/" + account + "/occasions"));
        }
    }

    private void everythingGoesWrong(Mishap trouble) {
        for (Requests struck :
                List.of(Requests.READS, Requests.WRITES, Requests.LOGIN, Requests.TOKENS, Requests.DOMAINS)) {
            vendor.clearMishaps();
            vendor.let(struck).suffer(trouble);
            vendor.expireTokens();
            time.pass(Duration.ofMinutes(11));
            for (String account : SecretKeepers.ACCOUNTS) {
                note("trouble", caller().get("/v1/accounts/" + account + "/occasions"));
                note("trouble", caller().delete("/v1/accounts/" + account + "/occasions/4101000110"));
                note("trouble", caller().get("/v1/accounts/" + account + "/findings"));
            }
        }
        vendor.clearMishaps();
    }

    /** A key where no key belongs is not told on, either. */
    private void callersMakeMistakes() throws IOException {
        String inAQuery = "?api_key=" + URLEncoder.encode(Planted.KEY, StandardCharsets.UTF_8);
        note("mistake", given().get("/v1/accounts/31415926/occasions" + inAQuery));
        note("mistake", caller().get("/v1/accounts/31415926/occasions/1" + inAQuery));
        note("mistake", caller().get("/v1/accounts/31415926/nothing" + inAQuery));
        note("mistake", given().header("Authorization", "Basic " + Planted.KEY).get("/v1/accounts/31415926/occasions"));
        note("mistake", given().header("X-API-Key", Planted.KEY + "x").get("/v1/accounts/31415926/occasions"));
        note("mistake", caller().header("X-API-Key", Planted.KEY).get("/v1/accounts/31415926/occasions"));
        note("mistake", signingIn("planner", Planted.PASSWORD));
        note(
                "mistake",
                caller().contentType("application/json")
                        .body("{\"" + Planted.KEY)
                        .post("/v1/accounts/31415926/occasions"));
        // What a sign-in answers may hold the caller's own bearer: only what is logged of it is looked at.
        signingIn("planner", Planted.KEY);
        for (String head : List.of(
                "GET /v1/accounts/31415926/occasions HTTP/1.1\r\nAuthorization: Bearer " + Planted.KEY + "\r\n\r\n",
                "GET /v1/accounts/31415926/occasions HTTP/1.1\r\nHost: a\r\nAuthorization : Bearer " + Planted.KEY
                        + "\r\n\r\n",
                "GET /v1/accounts/31415926/occasions HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + Planted.KEY
                        + "\0\r\n\r\n",
                "GET /v1/accounts/31415926/occasions HTTP/9\r\nHost: a\r\nX-API-Key: " + Planted.KEY + "\r\n\r\n",
                "GET /v1/accounts/31415926/occasions HTTP/1.1\r\nHost: a\r\nX-API-Key: " + Planted.KEY + "\r\nX-Long: "
                        + "x".repeat(9000) + "\r\n\r\n")) {
            seen.add("malformed: " + raw(head));
        }
    }

    private static Response signingIn(String name, String key) {
        return given().contentType("application/json")
                .body("{\"username\":\"" + name + "\",\"password\":\"" + key.replace("\"", "\\\"") + "\"}")
                .post("/api/account/31415926/login?v=1.3");
    }

    private static String raw(String head) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void operatorsLook() throws IOException {
        for (String page : List.of(
                "/metrics",
                "/health",
                "/openapi",
                "/swagger-ui",
                "/admin/accounts",
                "/admin/accounts/31415926",
                "/admin/accounts/refused")) {
            note("operator", caller().port(Metrics.managementPort()).get(page));
        }
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            seen.add("thread: " + thread);
        }
        Path kept = cache.directory().orElseThrow();
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                seen.add("kept: " + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** Bearers, tokens and cookies, as they came back. */
    private Planted withWhatTheVendorHandedOut(Planted planted) {
        Stream.concat(handedBack("authorization"), handedBack("cookie"))
                .distinct()
                .forEach(secret -> planted.and("number " + planted.size() + ", handed out", secret));
        assertThat(planted.size())
                .as("secrets")
                .isGreaterThan(SecretKeepers.planted().size() + 2);
        return planted;
    }

    private Stream<String> handedBack(String header) {
        return vendor.requests().stream()
                .filter(request -> request.service() != Service.DOMAINS)
                .map(Received::headers)
                .flatMap(headers -> Stream.ofNullable(headers.get(header)))
                .filter(value -> !value.startsWith("OAuth "))
                .map(value -> value.replaceFirst("^(Bearer |Session_id=)", ""));
    }
}
