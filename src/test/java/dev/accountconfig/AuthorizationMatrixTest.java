package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accountconfig.api.DeclaredVerbs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** R17: callers × accounts × routes × methods, made from the description of the API: the exact status, kept answers included. */
@QuarkusTest
@QuarkusTestResource(value = KnownCallers.class, restrictToAnnotatedClass = true)
class AuthorizationMatrixTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int AT_ONCE = 64;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    KnownCallers known;

    /** @param own null where it is nobody */
    private record Credential(String label, Set<String> own, Set<String> verbs, List<String> headers) {
        static Credential nobody(String label, String... headers) {
            return new Credential(label, null, Set.of(), List.of(headers));
        }
    }

    private static Credential caller(String name, String... headers) {
        Set<String> own = switch (name) {
            case "stranger" -> Set.of(KnownCallers.FOREIGN);
            case "operator", "everywhere" -> Set.of("*");
            default -> Set.of(KnownCallers.OWN);
        };
        Set<String> verbs = switch (name) {
            case "reader" -> Set.of("read");
            case "write-only" -> Set.of("write");
            case "operator" -> Set.of("admin");
            default -> Set.of("read", "write");
        };
        return new Credential(name + " by " + headers[0], own, verbs, List.of(headers));
    }

    private List<Credential> credentials() {
        Issuer issuer = known.issuer();
        List<Credential> all = new ArrayList<>();
        all.add(Credential.nobody("none"));
        all.add(Credential.nobody("wrong key", "Authorization", "Bearer key-of-nobody"));
        all.add(Credential.nobody("empty key", "X-API-Key", ""));
        all.add(Credential.nobody("no scheme", "Authorization", "key-of-writer"));
        all.add(Credential.nobody("basic", "Authorization", "Basic d3JpdGVyOmtleS1vZi13cml0ZXI="));
        all.add(Credential.nobody(
                "two headers", "Authorization", "Bearer key-of-reader", "Authorization", "Bearer key-of-writer"));
        all.add(Credential.nobody("two kinds", "Authorization", "Bearer key-of-writer", "X-API-Key", "key-of-writer"));
        all.add(Credential.nobody("expired", bearer(issuer.expired("svc-writer"))));
        all.add(Credential.nobody("not yet", bearer(issuer.notYet("svc-writer"))));
        all.add(Credential.nobody("endless", bearer(issuer.endless("svc-writer"))));
        all.add(Credential.nobody("other issuer", bearer(issuer.ofAnotherIssuer("svc-writer"))));
        all.add(Credential.nobody("other audience", bearer(issuer.forAnotherAudience("svc-writer"))));
        all.add(Credential.nobody("alg none", bearer(issuer.unsigned("svc-writer"))));
        all.add(Credential.nobody("HS256 by the public key", bearer(issuer.byPublicKey("svc-writer"))));
        all.add(Credential.nobody("PS256", bearer(issuer.byAnotherAlgorithm("svc-writer"))));
        all.add(Credential.nobody("forged", bearer(issuer.forged("svc-writer"))));
        all.add(Credential.nobody("unknown key id", bearer(issuer.byNextKey("svc-writer"))));
        all.add(Credential.nobody("unknown subject", bearer(issuer.token("svc-nobody"))));
        for (String name : List.of("reader", "writer", "write-only", "operator", "stranger", "everywhere")) {
            all.add(caller(name, "Authorization", "Bearer key-of-" + name));
        }
        all.add(caller("reader", "X-API-Key", "key-of-reader"));
        all.add(caller("writer", "authorization", "bearer key-of-writer"));
        all.add(caller("writer", bearer(issuer.token("svc-writer"))));
        all.add(caller("stranger", bearer(issuer.onACurve("svc-stranger"))));
        return all;
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    /** @param id whose account it is once decoded; null where it is malformed */
    private record Spelling(String sent, String id) {}

    private static final List<Spelling> ACCOUNTS = List.of(
            new Spelling(KnownCallers.OWN, KnownCallers.OWN),
            new Spelling("%3314159%32%36", KnownCallers.OWN),
            new Spelling(KnownCallers.FOREIGN, KnownCallers.FOREIGN),
            new Spelling("%65lsewhere", KnownCallers.FOREIGN),
            new Spelling("27182818", "27182818"),
            new Spelling("3141-5926", null),
            new Spelling("%2531415926", null),
            new Spelling("3141%205926", null));

    private record Route(String template, String example, Set<String> offered) {}

    private static List<Route> routes() throws IOException {
        List<Route> routes = new ArrayList<>();
        JsonNode paths = description().path("paths");
        paths.fields().forEachRemaining(path -> {
            Set<String> offered = new HashSet<>(Set.of("OPTIONS"));
            Map<String, String> examples = new HashMap<>();
            path.getValue().fields().forEachRemaining(operation -> {
                offered.add(operation.getKey().toUpperCase(Locale.ROOT));
                operation
                        .getValue()
                        .path("parameters")
                        .forEach(parameter -> examples.putIfAbsent(
                                parameter.path("name").asText(),
                                parameter.path("example").asText()));
            });
            if (offered.contains("GET")) {
                offered.add("HEAD");
            }
            String example = path.getKey();
            for (Map.Entry<String, String> each : examples.entrySet()) {
                if (!each.getKey().equals("accountId")) {
                    example = example.replace("{" + each.getKey() + "}", each.getValue());
                }
            }
            routes.add(new Route(path.getKey(), example, offered));
        });
        return routes;
    }

    private static JsonNode description() throws IOException {
        return new ObjectMapper()
                .readTree(RestAssured.given()
                        .port(Metrics.managementPort())
                        .get("/openapi?format=json")
                        .asString());
    }

    @Test
    void everyOperationOfTheDescriptionSaysWhichVerbItRequires() throws IOException {
        Map<String, String> declared = DeclaredVerbs.all();
        Map<String, String> described = new HashMap<>();
        description()
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation -> described.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue().path("x-required-verb").asText())));
        assertThat(described)
                .hasSizeGreaterThan(30)
                .allSatisfy((operation, verb) -> assertThat(verb).as(operation).isEqualTo(declared.get(operation)));
    }

    /** The rule, as the README has it; it knows neither the filter nor its table. */
    private static int expected(Credential credential, Spelling account, Route route, String method) {
        boolean reading = READING.contains(method);
        if (route.template().endsWith("/baseURI.json") && reading) {
            return account.id() == null && !method.equals("OPTIONS") ? 400 : 200;
        }
        if (route.template().matches(".*/(login|refresh|logout)")
                && (method.equals("POST") || method.equals("OPTIONS"))) {
            return signIn(account, route, method);
        }
        if (credential.own() == null) {
            return 401;
        }
        boolean all = credential.own().contains("*");
        if (account.id() != null && !all && !credential.own().contains(account.id())) {
            return 404;
        }
        if (account.id() != null && !credential.verbs().contains(reading ? "read" : "write")) {
            return 403;
        }
        return admitted(account, route, method);
    }

    private static int signIn(Spelling account, Route route, String method) {
        if (method.equals("OPTIONS")) {
            return 200;
        }
        return account.id() == null || route.template().endsWith("login") ? 400 : 401;
    }

    /** What the service says to whoever may ask. The changes have no type, no condition, or a nonsensical override. */
    private static int admitted(Spelling account, Route route, String method) {
        if (method.equals("OPTIONS")) {
            return 200;
        }
        // Every address below configuration may be written to; of TRACE there is nothing at all, nor of the Domain API
        // to be changed.
        boolean configuration = route.template().contains("/configuration/");
        if (method.equals("TRACE") && configuration || route.template().endsWith("/baseURI.json")) {
            return 404;
        }
        boolean writing = configuration && Set.of("POST", "PUT", "DELETE").contains(method);
        if (!route.offered().contains(method) && !writing) {
            return 405;
        }
        if (account.id() == null) {
            return 400;
        }
        if (account.id().equals("27182818")) {
            return 404;
        }
        if (READING.contains(method)) {
            return 200;
        }
        if (route.template().startsWith("/api/")) {
            return 400;
        }
        return method.equals("POST") ? 415 : 428;
    }

    @Test
    void everyCellHasItsExactStatusAlsoWhenItsAnswerIsKept() throws Exception {
        List<Credential> credentials = credentials();
        List<Route> routes = routes();
        known();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger cells = new AtomicInteger();
        Map<Integer, AtomicInteger> byStatus = new ConcurrentSkipListMap<>();
        Semaphore places = new Semaphore(AT_ONCE);
        for (int round = 1; round <= 2; round++) {
            for (Route route : routes) {
                for (Credential credential : credentials) {
                    for (Spelling account : ACCOUNTS) {
                        for (String method : METHODS) {
                            places.acquire();
                            int expected = expected(credential, account, route, method);
                            String cell = method + " " + route.template() + " of " + account.sent() + ", "
                                    + credential.label();
                            CLIENT.sendAsync(request(credential, account, route, method), BodyHandlers.ofString())
                                    .whenComplete((answer, failure) -> {
                                        cells.incrementAndGet();
                                        String flaw = failure == null ? flaw(expected, answer) : failure.toString();
                                        byStatus.computeIfAbsent(expected, unseen -> new AtomicInteger())
                                                .incrementAndGet();
                                        if (flaw != null) {
                                            wrong.add(cell + ": " + flaw);
                                        }
                                        places.release();
                                    });
                        }
                    }
                }
            }
        }
        places.acquire(AT_ONCE);
        Logger.getLogger(AuthorizationMatrixTest.class)
                .infof(
                        "R17: %d cells (%d callers, %d accounts, %d routes, %d methods, twice), %d wrong; by status %s",
                        cells.get(),
                        credentials.size(),
                        ACCOUNTS.size(),
                        routes.size(),
                        METHODS.size(),
                        wrong.size(),
                        byStatus);
        assertThat(wrong.stream()
                        .collect(Collectors.groupingBy(line -> line.replaceAll(" of .*: expected", ": expected")
                                .replaceAll("\\{\"type.*", "")))
                        .values()
                        .stream()
                        .map(alike -> alike.size() + " like " + alike.get(0))
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    /** On a busy machine the first answer of the vendor may take longer than a reader waits for it. */
    private void known() {
        for (String account : List.of(KnownCallers.OWN, KnownCallers.FOREIGN)) {
            for (String path : List.of(
                    "/v1/accounts/%s/hours?skill=4103000110",
                    "/api/account/%s/configuration/ac-common/specialoccasion")) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> RestAssured.given()
                                        .header("X-API-Key", "key-of-everywhere")
                                        .get(path.formatted(account))
                                        .statusCode()
                                == 200);
            }
        }
    }

    private static HttpRequest request(Credential credential, Spelling account, Route route, String method) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + route.example().replace("{accountId}", account.sent())))
                .method(method, BodyPublishers.noBody())
                .header("X-HTTP-Method-Override", "NONSENSE")
                .timeout(Duration.ofSeconds(20));
        if (!credential.headers().isEmpty()) {
            request.headers(credential.headers().toArray(String[]::new));
        }
        return request.build();
    }

    private static String flaw(int expected, HttpResponse<String> answer) {
        if (answer.statusCode() != expected) {
            return "expected " + expected + ", not " + answer.statusCode() + " " + answer.body();
        }
        boolean challenged = answer.headers().firstValue("WWW-Authenticate").isPresent();
        boolean ours = !answer.request().uri().getPath().matches("/api/account/[^/]+/(refresh|logout)");
        if (ours && challenged != (expected == 401)) {
            return "challenged: " + challenged;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean vendors = answer.request().uri().getPath().startsWith("/api/");
        if (expected >= 400
                && !answer.request().method().equals("HEAD")
                && !type.startsWith(vendors ? "application/json" : "application/problem+json")) {
            return "told as " + type;
        }
        return null;
    }

    @Test
    void anAccountOfOthersAnswersToTheByteLikeOneThatDoesNotExist() throws Exception {
        int compared = 0;
        for (Route route : routes()) {
            for (String method : METHODS) {
                Credential writer = caller("writer", "Authorization", "Bearer key-of-writer");
                String foreign = bare(writer, KnownCallers.FOREIGN, route, method);
                String unknown = bare(writer, "27182818", route, method);
                assertThat(foreign).as(method + " " + route.template()).isEqualTo(unknown);
                compared++;
            }
            if (route.offered().contains("GET") && !route.template().endsWith("baseURI.json")) {
                Credential everywhere = caller("everywhere", "Authorization", "Bearer key-of-everywhere");
                Credential writer = caller("writer", "Authorization", "Bearer key-of-writer");
                assertThat(bare(writer, KnownCallers.FOREIGN, route, "GET"))
                        .as("as the resource itself says: " + route.template())
                        .isEqualTo(bare(everywhere, "27182818", route, "GET"));
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    private static String bare(Credential credential, String account, Route route, String method) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request(credential, new Spelling(account, account), route, method), BodyHandlers.ofString());
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        // Of two names of different length, and of an answer that says the time.
        headers.remove("content-length");
        return (answer.statusCode() + " " + headers + " " + answer.body())
                .replace(account, "ACCOUNT")
                .replaceAll("\"time\":[0-9]+", "\"time\":T")
                .replaceAll("etag=\\[[^]]*]", "etag");
    }
}
