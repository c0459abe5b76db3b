package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.LoadPlan.Ask;
import dev.accountconfig.simulator.Privilege;
import dev.accountconfig.simulator.Received;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise R19: secrets of each kind are exchanged under load, at the vendor and in the file, and no request fails. */
@QuarkusTest
@QuarkusTestResource(value = ThreeKinds.class, restrictToAnnotatedClass = true)
@MayWarn("The (occasions|workdays|skills) of rotated. cannot be refreshed")
class RotationTest {
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final int ROUNDS = 3;
    private static final List<String> ACCOUNTS = List.of(ThreeKinds.LOGIN, ThreeKinds.OAUTH1, ThreeKinds.OAUTH2);
    private static final List<String> READS = List.of("occasions", "workdays", "skills", "status");

    Simulator vendor;
    ThreeKinds.Mounts mounts;

    private final List<String> numbers = new ArrayList<>();
    private Duration slowest = Duration.ZERO;

    /** Else the first reader of a collection waits for the vendor, and that is not what is tested. */
    @BeforeEach
    void everythingIsKnown() {
        for (String account : ACCOUNTS) {
            for (String read : READS) {
                Eventually.holds(() -> RestAssured.given()
                        .get("/v1/accounts/" + account + "/" + read)
                        .then()
                        .statusCode(200));
            }
        }
    }

    private static Ask any(RandomGenerator random) {
        return Ask.of("/v1/accounts/" + ACCOUNTS.get(random.nextInt(ACCOUNTS.size())) + "/"
                + READS.get(random.nextInt(READS.size())));
    }

    @Test
    void secretsOfEachKindAreExchangedUnderLoadAndNoRequestFails() {
        LoadReport report;
        String before = ThreeKinds.FIRST;
        long asked = vendor.count(Service.OCCASIONS);
        try (Load load = new Load(
                LoadPlan.of(RestAssured.port, RotationTest::any).over(8).atMost(1_000))) {
            load.start();
            for (int round = 1; round <= ROUNDS; round++) {
                String next = "Pl4nted+round/" + round;
                // In the first round the vendor takes both for a while where it can, in the others the new one alone.
                passwordBecomes(next);
                keyBecomes(before, next, round == 1);
                clientSecretBecomes(next);
                before = next;
            }
            report = load.stop();
        }
        numbers.add(
                0,
                "%d requests, %d failed; the vendor saw %d reads of occasions meanwhile"
                        .formatted(
                                report.asked(),
                                report.asked() - report.answered(200),
                                vendor.count(Service.OCCASIONS) - asked));
        numbers.add(
                1,
                "%d exchanges, the slowest in force after %d ms, promised are %d"
                        .formatted(3 * ROUNDS, slowest.toMillis(), PROMISED.toMillis()));
        Numbers.write("rotation", numbers.toArray(String[]::new));
        assertThat(report.answered(200)).as("%s", report.byStatus()).isEqualTo(report.asked());
        assertThat(slowest).isLessThan(PROMISED);
    }

    /** The vendor ends the session as well, so that the next sign-in comes, and comes too early. */
    private void passwordBecomes(String next) {
        vendor.user("rotated-user", next, Privilege.EVERYTHING);
        vendor.expireTokens(ThreeKinds.LOGIN);
        exchange(
                ThreeKinds.LOGIN,
                Map.of("password", next),
                Service.LOGIN,
                login -> login.body().contains("\"" + next + "\""));
        Eventually.holds(() -> assertThat(isLetIn(ThreeKinds.LOGIN)).isTrue());
    }

    private void keyBecomes(String former, String next, boolean both) {
        vendor.apiKey(ThreeKinds.key(next), Privilege.EVERYTHING);
        if (!both) {
            vendor.forgetApiKey(ThreeKinds.key(former));
        }
        mounts.of().get(ThreeKinds.OAUTH1).swap(Map.of("secret", next, "token-secret", next + "&token"));
        long start = System.nanoTime();
        Eventually.holds(() -> assertThat(signedBy(next)).isTrue());
        note(ThreeKinds.OAUTH1, start);
        vendor.forgetApiKey(ThreeKinds.key(former));
        Eventually.holds(() -> assertThat(isLetIn(ThreeKinds.OAUTH1)).isTrue());
    }

    private void clientSecretBecomes(String next) {
        vendor.client("rotated-client", next, Set.of("hours"));
        vendor.expireTokens(ThreeKinds.OAUTH2);
        exchange(
                ThreeKinds.OAUTH2,
                Map.of("client-secret", next),
                Service.TOKENS,
                token -> token.body().endsWith(next.replace("+", "%2B").replace("/", "%2F")));
        Eventually.holds(() -> assertThat(isLetIn(ThreeKinds.OAUTH2)).isTrue());
    }

    private void exchange(
            String account, Map<String, String> secrets, Service service, Predicate<Received> withTheNewOne) {
        mounts.of().get(account).swap(secrets);
        long start = System.nanoTime();
        Eventually.holds(() -> assertThat(vendor.requests(service)).anyMatch(withTheNewOne));
        note(account, start);
    }

    private void note(String account, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        numbers.add("%s: in force after %d ms".formatted(account, took.toMillis()));
    }

    /** Whether the latest answer was fresh, which it is for 50 ms after the vendor has let us in. */
    private static boolean isLetIn(String account) {
        return RestAssured.given()
                .get("/v1/accounts/" + account + "/occasions")
                .header("Cache-Status")
                .endsWith("hit; ttl=0");
    }

    private boolean signedBy(String secret) {
        return vendor.requests(Service.OCCASIONS).stream()
                .filter(request -> request.account().equals(ThreeKinds.OAUTH1))
                .anyMatch(request -> Simulator.isSignedBy(request, ThreeKinds.key(secret)));
    }

    @Test
    @MayWarn({
        "A changed file is not used, and what was in force stays: "
                + "liveperson.accounts.\"rotated3\".credentials.client-secret-file names .*, which is empty",
        "The (occasions|workdays|skills) of rotated. cannot be refreshed"
    })
    void aFileThatIsEmptyLeavesInForceWhatWas() {
        assertThat(Warnings.heard()).noneMatch(line -> line.contains("client-secret-file"));
        long tokens = vendor.count(Service.TOKENS, ThreeKinds.OAUTH2);
        String last = vendor.last(Service.TOKENS).orElseThrow().body();
        mounts.of().get(ThreeKinds.OAUTH2).swap(Map.of("client-secret", "\n"));
        Eventually.holds(() -> assertThat(Warnings.heard()).anyMatch(line -> line.contains("client-secret-file")));
        vendor.expireTokens(ThreeKinds.OAUTH2);
        Eventually.holds(() -> {
            assertThat(isLetIn(ThreeKinds.OAUTH2)).isTrue();
            assertThat(vendor.count(Service.TOKENS, ThreeKinds.OAUTH2)).isGreaterThan(tokens);
        });
        assertThat(vendor.last(Service.TOKENS).orElseThrow().body()).isEqualTo(last);
    }
}
