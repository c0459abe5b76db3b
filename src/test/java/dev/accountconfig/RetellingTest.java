package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accountconfig.api.Doorkeeper;
import dev.accountconfig.api.RenderedAnswers;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was rendered once is told again, before the resource or before the framework itself, and nobody can tell the difference:
 * to the byte it is what the resource answers at that moment. Both clocks are held, so that moments can be compared.
 */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class RetellingTest {
    private static final String ACCOUNT = "/v1/accounts/31415926";
    private static final String FACE = "/api/account/31415926";
    private static final Instant NOW = Instant.parse("2026-12-23T10:00:00Z");
    private static final Duration FRESH = Duration.ofSeconds(60);

    /** Asks for the same as everybody, in a way that nobody is prepared for. */
    private static final String AT_THE_RESOURCE = "Accept: application/json;q=0.9, text/calendar;q=0.8, */*;q=0.1";

    Simulator vendor;

    @Inject
    MovableTime time;

    @Inject
    RenderedAnswers rendered;

    @BeforeEach
    void hold() {
        time.setCalendar(NOW);
        time.hold();
    }

    @AfterEach
    void release() {
        vendor.clearMishaps();
        time.releaseCalendar();
        time.release();
    }

    /** Every address that can be read, as its own description says, and ways to ask there. */
    static Stream<String> targets() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(given().port(Metrics.managementPort())
                        .queryParam("format", "json")
                        .get("/openapi")
                        .asByteArray())
                .path("paths");
        List<String> targets = new ArrayList<>();
        paths.fields().forEachRemaining(path -> {
            if (path.getValue().has("get")) {
                targets.add(filled(path.getKey(), path.getValue().path("get")));
            }
        });
        assertThat(targets).hasSizeGreaterThan(18);
        return Stream.concat(
                targets.stream(),
                Stream.of(
                        ACCOUNT + "/occasions?from=2026-12-21&to=2026-12-31",
                        ACCOUNT + "/status?skill=4103000110",
                        ACCOUNT + "/status?at=2026-12-24T12:00:00Z",
                        ACCOUNT + "/hours?from=2026-12-24&to=2026-12-26&skill=4103000110&zone=America/New_York",
                        ACCOUNT + "/hours.ics?skill=4103000110",
                        ACCOUNT + "/occasions/1",
                        ACCOUNT + "/occasions?from=never",
                        ACCOUNT + "/status?skill=1",
                        "/v1/accounts/nobody/status",
                        FACE + "/configuration/ac-common/specialoccasion?v=1.0&select=$all",
                        FACE + "/configuration/ac-common/specialoccasion?select=id,name&include_deleted=true",
                        FACE + "/configuration/ac-common/workinghours?v=2.0&select=$all&__d=1",
                        FACE + "/configuration/le-users/skills?select=$all",
                        FACE + "/configuration/le-users/skills/1",
                        "http://elsewhere.example.com" + ACCOUNT + "/occasions"));
    }

    private static String filled(String path, JsonNode operation) {
        String filled = path;
        for (JsonNode parameter : operation.path("parameters")) {
            String example = parameter.path("example").asText();
            filled = filled.replace("{" + parameter.path("name").asText() + "}", example);
        }
        assertThat(filled).doesNotContain("{");
        return filled;
    }

    /** Findings tell of the sign-in too, addresses of the caller's own host, and what went wrong is for the resource. */
    private static boolean isToldAgain(String target, String answer) {
        return answer.startsWith("HTTP/1.1 200") && !target.contains("/findings") && !target.contains("baseURI");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyAnswerIsToldAsTheResourceTellsIt(String target) {
        String first = ask("GET", target);
        boolean again = isToldAgain(target, ask("GET", target, AT_THE_RESOURCE));

        alike("GET", target, again);
        alike("HEAD", target, again);
        String tag = header(first, "ETag");
        for (String tags : List.of(tag, "W/" + tag, "\"other\", " + tag, "*", "\"other\"", "")) {
            alike("GET", target, again, "If-None-Match: " + tags);
        }
        alike("GET", target, again, "If-None-Match: \"other\"", "If-None-Match: " + tag);
        alike("HEAD", target, again, "If-None-Match: " + tag);
        alike("GET", target, again, "If-Match: " + header(first, "ac-revision"));
        alike("GET", target, again, "If-Match: \"0\"");
        alike("GET", target, again, "Cache-Control: no-cache", "Pragma: no-cache", "Range: bytes=0-1");
        alike("GET", target, false, "Content-Length: 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/accounts/cold81/occasions",
                "/v1/accounts/cold82/status",
                "/api/account/cold83/configuration/ac-common/workinghours?select=$all"
            })
    @MayWarn("The (occasions|workdays|skills|domains) of cold8\\d cannot be refreshed")
    void soItIsWhileTheVendorIsAway(String target) {
        ask("GET", target);
        vendor.refuse();
        try {
            time.pass(FRESH.plusSeconds(5));
            String stale = ask("GET", target);
            assertThat(header(stale, "Cache-Status")).contains("detail=stale-while-revalidate");
            alike("GET", target, true);
            time.pass(Duration.ofMinutes(20));
            Eventually.holds(
                    () -> assertThat(header(ask("GET", target), "Cache-Status")).contains("detail=stale-if-error"));
            alike("GET", target, true);
            alike("GET", target, true, "If-None-Match: " + header(stale, "ETag"));
        } finally {
            vendor.listen();
        }
    }

    @Test
    void aStatusIsToldUpToTheNextChangeAndNotASecondLonger() {
        String target = ACCOUNT + "/status";
        ask("GET", target);
        String open = alike("GET", target, true);
        Instant change = Instant.parse(text(open, "nextClose"));

        time.setCalendar(change.minusSeconds(2));
        ask("GET", target);
        String last = alike("GET", target, true);
        assertThat(header(last, "Cache-Control"))
                .isEqualTo("private, max-age=" + (Long.parseLong(header(last, "Age")) + 2));
        time.setCalendar(change);
        assertThat(ask("GET", target)).contains("\"state\":\"CLOSED\"");
        alike("GET", target, true);
    }

    @Test
    void aWeekFromTodayIsAnotherWeekAtMidnight() {
        String target = ACCOUNT + "/hours";
        time.setCalendar(Instant.parse("2026-12-23T23:59:59Z"));
        ask("GET", target);
        assertThat(alike("GET", target, true)).contains("\"from\":\"2026-12-23\"");
        time.setCalendar(Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(ask("GET", target)).contains("\"from\":\"2026-12-24\"");
        alike("GET", target, true);
    }

    @Test
    void whatWasWrittenIsReadByWhoeverComesAfter() {
        String list = "/v1/accounts/cold84/occasions";
        long id = given().contentType("application/json")
                .body(occasion("first"))
                .post(list)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        String item = list + "/" + id;
        String face = "/api/account/cold84/configuration/ac-common/specialoccasion/" + id;
        for (String wish : List.of("second", "third", "fourth")) {
            Stream.of(list, item, face).forEach(target -> alike("GET", primed(target), true));
            given().contentType("application/json")
                    .header("If-Match", header(ask("GET", item), "ETag"))
                    .body(occasion(wish))
                    .put(item)
                    .then()
                    .statusCode(200);
            Stream.of(list, item, face)
                    .forEach(target -> assertThat(ask("GET", target)).contains("\"" + wish + "\""));
        }
    }

    @Test
    void readsAreCountedAndTimedAsTheResourceHasThem() {
        String target = ACCOUNT + "/status?at=2026-12-24T13:00:00Z";
        ask("GET", primed(target));
        double reads = Metrics.sum("accountconfig_cache_reads_total", "outcome=\"hit\"");
        double requests = requests();
        double told = Metrics.sum("accountconfig_rendered_told_total");

        ask("GET", target);

        assertThat(Metrics.sum("accountconfig_cache_reads_total", "outcome=\"hit\"") - reads)
                .isEqualTo(2);
        assertThat(Metrics.sum("accountconfig_rendered_told_total") - told).isEqualTo(1);
        Eventually.holds(() -> assertThat(requests() - requests).isEqualTo(1));
    }

    @Test
    void nothingOfTheRehearsalIsCounted() {
        assertThat(Metrics.page()).doesNotContain("rehearsal");
    }

    private static double requests() {
        return Metrics.sum(
                "http_server_requests_seconds_count", "uri=\"/v1/accounts/{accountId}/status\"", "status=\"200\"");
    }

    @Test
    void whoIsNotAdmittedIsToldNothing() {
        ask("GET", primed(ACCOUNT + "/occasions"));
        long told = rendered.told();
        assertThat(ask("GET", ACCOUNT + "/occasions", Doorkeeper.HEADER + ": 1"))
                .startsWith("HTTP/1.1 403");
        assertThat(rendered.told()).isEqualTo(told);
    }

    @Test
    void targetsThatNobodyAskedForBeforeLeaveTheOthersAlone() {
        for (int i = 0; i < 2000; i++) {
            String account = "cold%02d".formatted(85 + i % 3);
            String answer =
                    ask("GET", "/api/account/" + account + "/configuration/ac-common/specialoccasion?_=" + i / 3);
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
        for (String account : List.of("cold85", "cold86", "cold87")) {
            alike("GET", "/api/account/" + account + "/configuration/ac-common/specialoccasion?_=600", true);
        }
    }

    private static String occasion(String description) {
        return """
                {"name": "Retold", "description": "%s", "events": [{"name": "a", "working": false,
                 "start": "2027-01-01", "end": "2027-01-02", "timeZone": "Europe/London"}]}""".formatted(description);
    }

    private String primed(String target) {
        ask("GET", target);
        return target;
    }

    /** Asked in both ways, at the same moment. */
    private String alike(String method, String target, boolean again, String... headers) {
        String resource = ask(
                method,
                target,
                Stream.concat(Stream.of(headers), Stream.of(AT_THE_RESOURCE)).toArray(String[]::new));
        long told = rendered.told();
        String retold = ask(method, target, headers);
        assertThat(sorted(retold))
                .as(method + " " + target + " " + List.of(headers))
                .isEqualTo(sorted(resource));
        assertThat(rendered.told() - told).as(target).isEqualTo(again ? 1 : 0);
        assertThat(sorted(askOnTheHitPath(method, target, again, headers)))
                .as("on a connection that was used before: " + method + " " + target + " " + List.of(headers))
                .isEqualTo(sorted(resource));
        return retold;
    }

    /** A connection's first request goes through the framework, whatever it is. */
    private String askOnTheHitPath(String method, String target, boolean again, String... headers) {
        try (KeptConnection connection = new KeptConnection(RestAssured.port)) {
            connection.ask("GET", "/v1/accounts/nobody/status");
            long told = rendered.told();
            String answer = connection.ask(method, target, headers);
            assertThat(rendered.told() - told).as(target).isEqualTo(again ? 1 : 0);
            return answer;
        }
    }

    /** The order of header lines means nothing (RFC 9110 section 5.3). */
    private static List<String> sorted(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String[] head = answer.substring(0, end)
                .replaceFirst("(?i)\r\nconnection: close", "")
                .split("\r\n");
        return Stream.of(Stream.of(head[0]), Stream.of(head).skip(1).sorted(), Stream.of(answer.substring(end)))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String header(String answer, String name) {
        Matcher line = Pattern.compile("(?im)^" + name + ": (.*)$").matcher(answer);
        return line.find() ? line.group(1) : "none";
    }

    private static String text(String answer, String field) {
        Matcher value = Pattern.compile('"' + field + "\":\"?([^\",]+)").matcher(answer);
        assertThat(value.find()).as(answer).isTrue();
        return value.group(1);
    }

    /** The whole answer, as it came over the wire. */
    private static String ask(String method, String target, String... headers) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String lines = String.join(
                    "", Stream.of(headers).map(line -> line + "\r\n").toList());
            String request =
                    method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
