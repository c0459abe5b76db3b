package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.access.Accounts;
import dev.accountconfig.access.Allowance;
import dev.accountconfig.access.Caller;
import dev.accountconfig.access.Callers;
import dev.accountconfig.access.Enrolment;
import dev.accountconfig.access.Verb;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Readings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may administer what, and that an answer is bounded, however many accounts there are. */
class AdministrationAccessTest {
    private static final List<String> ROUTES = List.of(
            "GET /admin/accounts/mine",
            "GET /admin/accounts/mine/entries",
            "DELETE /admin/accounts/mine/entries",
            "DELETE /admin/accounts/mine/entries/skills",
            "POST /admin/accounts/mine/entries/skills/refresh");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({"nobody, 401", "reader, 403", "writer, 403", "stranger, 404"})
    void noRouteIsForWhomItIsNot(String caller, int status) throws Exception {
        int port = serve(Set.of("mine"));
        for (String route : ROUTES) {
            assertThat(ask(port, route, caller).statusCode()).as(route).isEqualTo(status);
        }
    }

    /** RFC 6750 section 3; word for word as on the service port. */
    @Test
    void whoIsNobodyIsToldWhatToPresentAndWhetherItDid() throws Exception {
        int port = serve(Set.of("mine"));
        HttpRequest.Builder plain = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/accounts"));
        assertThat(client.send(plain.build(), BodyHandlers.ofString()).headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"accountconfig-proxy\"");
        assertThat(ask(port, "GET /admin/accounts", "nobody").headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"accountconfig-proxy\", error=\"invalid_token\"");
    }

    @Test
    void accountsOfOthersAreToldOfLikeThoseOfNobody() throws Exception {
        int port = serve(Set.of("mine", "other"));
        assertThat(ask(port, "GET /admin/accounts/other", "admin").body().replace("other", "none"))
                .isEqualTo(ask(port, "GET /admin/accounts/none", "admin").body());
        assertThat(ask(port, "GET /admin/accounts", "admin").body())
                .contains("mine")
                .doesNotContain("other");
        assertThat(ask(port, "GET /admin/accounts", "reader").statusCode()).isEqualTo(403);
    }

    @Test
    void tenThousandAccountsAreListedAHundredAtATime() throws Exception {
        Set<String> many = new TreeSet<>(
                IntStream.range(0, 10_000).mapToObj("acc%05d"::formatted).toList());
        String page = ask(serve(many), "GET /admin/accounts?after=acc04999", "everywhere")
                .body();
        assertThat(page.split("\"accountId\"", -1)).hasSize(101);
        assertThat(page).contains("acc05000").endsWith("\"next\":\"acc05099\"}");
    }

    private HttpResponse<String> ask(int port, String route, String caller) throws Exception {
        String[] parts = route.split(" ");
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + parts[1]))
                        .method(parts[0], BodyPublishers.noBody())
                        .header("Authorization", "Bearer key-of-" + caller)
                        .build(),
                BodyHandlers.ofString());
    }

    private int serve(Set<String> accounts) {
        Router router = Router.router(vertx);
        AccountSchedules schedules = new AccountSchedules(
                Set.copyOf(accounts.stream().map(AccountId::new).toList()),
                EmptyStock.collections(),
                Readings.defaults());
        Relations relations = account ->
                new Relations.View(new Relations.SignInView("login", null, null, null, 0), Map.of(), Map.of());
        new Administration(callers(), schedules, EmptyStock.collections(), relations).open(() -> router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return server.actualPort();
    }

    private static Callers callers() {
        Callers callers = Callers.of(
                List.of(
                        enrolment("reader", Accounts.every(), Verb.READ),
                        enrolment("writer", Accounts.every(), Verb.WRITE),
                        enrolment("stranger", Accounts.of(Set.of("other")), Verb.ADMIN),
                        enrolment("admin", Accounts.of(Set.of("mine")), Verb.ADMIN),
                        enrolment("everywhere", Accounts.every(), Verb.ADMIN)),
                Optional.empty());
        callers.renewKeys(List.of("reader", "writer", "stranger", "admin", "everywhere").stream()
                .map(name -> name + " " + sha256("key-of-" + name))
                .toList());
        return callers;
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Enrolment enrolment(String name, Accounts accounts, Verb verb) {
        Caller caller = new Caller(name, accounts, Set.of(verb), Allowance.of(1_000, System::nanoTime));
        return new Enrolment(caller, Optional.empty(), Optional.empty());
    }
}
