package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.accountconfig.api.RenderedAnswers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** R19 and what else callers meet: their keys change while they ask, each is held to its own rate, and they sign in. */
@QuarkusTest
@QuarkusTestResource(value = KnownCallers.class, restrictToAnnotatedClass = true)
class CallersInServiceTest {
    private static final Logger LOG = Logger.getLogger(CallersInServiceTest.class);
    private static final String STATUS = "/v1/accounts/" + KnownCallers.OWN + "/status";
    private static final String FACE = "/api/account/" + KnownCallers.OWN;

    KnownCallers known;

    @Inject
    RenderedAnswers rendered;

    private static RequestSpecification as(String credential) {
        return given().header("Authorization", "Bearer " + credential);
    }

    private static int status(String credential) {
        return as(credential).get(STATUS).statusCode();
    }

    /** Asks with a credential until it is closed. */
    private static final class Asking implements AutoCloseable {
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final CompletableFuture<Void> asking;

        Asking(String credential) {
            asking = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    asked.incrementAndGet();
                    if (status(credential) != 200) {
                        failed.incrementAndGet();
                    }
                }
            });
        }

        @Override
        public void close() {
            over.set(true);
            asking.join();
        }
    }

    private static long until(String credential, int status) {
        long begin = System.nanoTime();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> status(credential) == status);
        return (System.nanoTime() - begin) / 1_000_000;
    }

    @Test
    void aKeyIsChangedUnderLoadAndNoRequestFails() {
        long inForce;
        long gone;
        Asking before = new Asking("key-of-reader");
        known.add("second-key-of-reader", "reader");
        inForce = until("second-key-of-reader", 200);
        try (Asking after = new Asking("second-key-of-reader")) {
            before.close();
            known.remove("key-of-reader");
            gone = until("key-of-reader", 401);
            after.over.set(true);
            after.asking.join();
            LOG.infof(
                    "R19 keys: %d requests with the old, %d with the new, %d failed; in force after %d ms, out after %d ms",
                    before.asked.get(), after.asked.get(), before.failed.get() + after.failed.get(), inForce, gone);
            assertThat(before.failed.get() + after.failed.get()).isZero();
            assertThat(after.asked.get()).isPositive();
        } finally {
            known.add("key-of-reader", "reader");
            known.remove("second-key-of-reader");
            until("key-of-reader", 200);
        }
    }

    @Test
    void theKeysOfTheIssuerAreChangedUnderLoadAndNoRequestFails() {
        String old = known.issuer().token("svc-writer");
        String fresh = known.issuer().byNextKey("svc-writer");
        assertThat(status(fresh)).isEqualTo(401);
        Asking before = new Asking(old);
        KnownCallers.write(known.issuerFile(), known.issuer().publishedWithNext());
        long inForce = until(fresh, 200);
        before.close();
        try (Asking after = new Asking(fresh)) {
            KnownCallers.write(known.issuerFile(), known.issuer().publishedNextAlone());
            long gone = until(old, 401);
            LOG.infof(
                    "R19 issuer: %d requests by the old key, %d failed; the new one in force after %d ms, the old out after %d ms",
                    before.asked.get(), before.failed.get() + after.failed.get(), inForce, gone);
            assertThat(before.failed.get() + after.failed.get()).isZero();
        } finally {
            KnownCallers.write(known.issuerFile(), known.issuer().published());
            until(old, 200);
        }
    }

    @Test
    @MayWarn("A changed file is not used")
    void aBrokenKeysFileChangesNothing() throws Exception {
        known.add("not two", "reader of\nnonsense");
        known.add("third-key-of-writer", "writer");
        CompletableFuture<Void> looked =
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(2500, TimeUnit.MILLISECONDS));
        looked.get();
        assertThat(status("third-key-of-writer")).isEqualTo(401);
        assertThat(status("key-of-writer")).isEqualTo(200);
        known.remove("not two");
        until("third-key-of-writer", 200);
        known.remove("third-key-of-writer");
    }

    @Test
    void whoAsksTooMuchIsToldWhenToComeBackAndOthersDoNotNotice() {
        int[] modest =
                IntStream.range(0, 40).map(each -> status("key-of-modest")).toArray();
        int[] others =
                IntStream.range(0, 40).map(each -> status("key-of-writer")).toArray();
        assertThat(modest[0]).isEqualTo(200);
        assertThat(Arrays.stream(modest)).contains(429).allMatch(status -> status == 200 || status == 429);
        assertThat(Arrays.stream(others)).containsOnly(200);
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var answers = IntStream.range(0, 12)
                    .mapToObj(each -> as("key-of-modest").get(STATUS))
                    .filter(answer -> answer.statusCode() == 429)
                    .toList();
            assertThat(answers).isNotEmpty();
            assertThat(answers.get(0).header("Retry-After")).isEqualTo("1");
            assertThat(answers.get(0).contentType()).isEqualTo("application/problem+json");
        });
    }

    @Test
    void aBodyOfSomebodyUnknownIsNotWaitedForAndTheConnectionStays() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            String post = "POST /v1/accounts/" + KnownCallers.OWN + "/occasions HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 10\r\n\r\n12345";
            out.write(post.getBytes(StandardCharsets.US_ASCII));
            assertThat(head(in)).startsWith("HTTP/1.1 401").contains("WWW-Authenticate: Bearer realm=");
            String rest = "67890GET " + STATUS + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: key-of-writer\r\n\r\n";
            out.write(rest.getBytes(StandardCharsets.US_ASCII));
            assertThat(head(in)).startsWith("HTTP/1.1 200");
        }
    }

    /** And the body, which is dropped. */
    private static String head(InputStream in) throws Exception {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String length = head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
        return head.toString();
    }

    @Test
    void aClientOfLivePersonSignsInWithItsKeyAndIsServedByWhatItGets() {
        for (String body : new String[] {
            "{\"username\":\"writer\",\"password\":\"key-of-writer\"}",
            "{\"appKey\":\"writer\",\"secret\":\"key-of-writer\"}"
        }) {
            var login = given().contentType("application/json").body(body).post(FACE + "/login");
            assertThat(login.statusCode()).isEqualTo(200);
            String bearer = login.path("bearer");
            as(bearer).get(FACE + "/configuration/le-users/skills?v=2.0").then().statusCode(200);
            for (String step : new String[] {"/refresh", "/logout"}) {
                given().body("{\"csrf\":\"" + login.path("csrf") + "\"}")
                        .post(FACE + step)
                        .then()
                        .statusCode(200);
                given().body("{\"csrf\":\"" + "0".repeat(64) + "\"}")
                        .post(FACE + step)
                        .then()
                        .statusCode(401);
                given().body("{\"csrf\":\"" + login.path("csrf") + "\"}")
                        .post("/api/account/" + KnownCallers.FOREIGN + step)
                        .then()
                        .statusCode(401);
            }
        }
    }

    @Test
    void allWrongSignInsAreAnsweredAlikeAndTheRightOneGetsInHoweverManyThereWere() {
        String[][] wrong = {
            {KnownCallers.OWN, "stranger", "key-of-stranger"},
            {KnownCallers.FOREIGN, "write-only", "key-of-write-only"},
            {"27182818", "write-only", "key-of-write-only"},
            {KnownCallers.OWN, "write-only", "wrong"},
            {KnownCallers.OWN, "nobody", "wrong"},
            {KnownCallers.OWN, "write-only", "key-of-stranger"}
        };
        for (String[] each : wrong) {
            signIn(each[0], each[1], each[2])
                    .then()
                    .statusCode(401)
                    .body("internalCode", equalTo(6))
                    .body("message", startsWith("Invalid site"));
        }
        int throttled = 0;
        for (int guess = 0; guess < 20; guess++) {
            var answer = signIn(KnownCallers.OWN, "write-only", "guess" + guess);
            throttled += answer.statusCode() == 429 ? 1 : 0;
        }
        assertThat(throttled).isBetween(8, 14);
        signIn(KnownCallers.OWN, "write-only", "key-of-write-only").then().statusCode(200);
    }

    /** Or the eleventh one would tell them apart. */
    @Test
    void wrongSignInsToAnAccountThatIsNotServedAreHeldUpLikeThoseToOneThatIs() {
        for (String account : new String[] {KnownCallers.OWN, "27182818"}) {
            int throttled = 0;
            for (int guess = 0; guess < 20; guess++) {
                int status = signIn(account, "guesser-of-" + account, "guess" + guess)
                        .statusCode();
                assertThat(status).isIn(401, 429);
                throttled += status == 429 ? 1 : 0;
            }
            assertThat(throttled).as(account).isBetween(8, 10);
        }
    }

    private static Response signIn(String account, String name, String key) {
        return given().contentType("application/json")
                .body("{\"username\":\"" + name + "\",\"password\":\"" + key + "\"}")
                .post("/api/account/" + account + "/login");
    }

    @Test
    void theAuditNamesTheCallerAndAnIdempotencyKeyIsItsOwn() {
        String body = "{\"name\":\"Of %s\",\"description\":\"\",\"isDefault\":false,\"events\":[]}";
        try (HeardLines lines = new HeardLines("audit")) {
            for (String name : new String[] {"writer", "everywhere"}) {
                as("key-of-" + name)
                        .contentType("application/json")
                        .header("Idempotency-Key", "same")
                        .body(body.formatted(name))
                        .post("/v1/accounts/" + KnownCallers.OWN + "/occasions")
                        .then()
                        .statusCode(201);
            }
            assertThat(lines.texts()).anyMatch(line -> line.startsWith("caller=writer "));
            assertThat(lines.texts()).anyMatch(line -> line.startsWith("caller=everywhere "));
        }
    }

    @Test
    void onAConnectionThatIsUsedEachRequestIsJudgedByItself() {
        try (KeptConnection connection = new KeptConnection(RestAssured.port)) {
            connection.ask("GET", STATUS, bearer("key-of-reader"));
            long told = rendered.told();
            assertThat(connection.ask("GET", STATUS, bearer("key-of-reader"))).startsWith("HTTP/1.1 200");
            assertThat(connection.ask("GET", STATUS, "X-API-Key: key-of-everywhere"))
                    .startsWith("HTTP/1.1 200");
            assertThat(connection.ask("GET", STATUS, bearer(known.issuer().token("svc-reader"))))
                    .startsWith("HTTP/1.1 200");
            assertThat(rendered.told() - told).isEqualTo(3);
            assertThat(connection.ask("GET", STATUS)).startsWith("HTTP/1.1 401");
            assertThat(connection.ask("GET", STATUS, bearer("key-of-nobody"))).startsWith("HTTP/1.1 401");
            assertThat(connection.ask("GET", STATUS, bearer("key-of-reader"), bearer("key-of-reader")))
                    .startsWith("HTTP/1.1 401");
            assertThat(connection.ask("GET", STATUS, bearer("key-of-stranger"))).startsWith("HTTP/1.1 404");
            assertThat(connection.ask("GET", STATUS, bearer("key-of-write-only")))
                    .startsWith("HTTP/1.1 403");
            assertThat(rendered.told() - told).isEqualTo(3);
            assertThat(connection.ask("GET", STATUS, bearer("key-of-reader"))).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void whoAsksTooMuchOnAConnectionThatIsUsedIsHeldToItsRate() {
        try (KeptConnection connection = new KeptConnection(RestAssured.port)) {
            connection.ask("GET", STATUS, bearer("key-of-reader"));
            assertThat(IntStream.range(0, 20)
                            .mapToObj(i -> connection.ask("GET", STATUS, bearer("key-of-modest")))
                            .filter(answer -> answer.startsWith("HTTP/1.1 429")))
                    .hasSizeBetween(10, 20);
        }
    }

    private static String bearer(String credential) {
        return "Authorization: Bearer " + credential;
    }
}
