package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import dev.accountconfig.simulator.ApiKey;
import dev.accountconfig.simulator.Privilege;
import dev.accountconfig.simulator.Quirk;
import dev.accountconfig.simulator.Received;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Occasions are read in each way of signing in that the vendor has. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class SigningInTest {
    private static final Duration FRESH = Duration.ofSeconds(70);

    Simulator vendor;

    @Inject
    MovableTime time;

    @AfterEach
    void asBefore() {
        time.releaseCalendar();
        vendor.clearMishaps();
        vendor.habits().drop(Quirk.TOKENS_WITHOUT_EXPIRES_IN);
        vendor.wantScope("");
        vendor.apiKey(ApiKey.DEFAULT, Privilege.EVERYTHING);
    }

    private static void reads(String account) {
        given().get("/v1/accounts/" + account + "/occasions").then().statusCode(200);
    }

    private List<Received> questions(String account) {
        return vendor.requests(Service.OCCASIONS).stream()
                .filter(request -> request.account().equals(account))
                .toList();
    }

    private String authorization(String account) {
        List<Received> questions = questions(account);
        return questions.get(questions.size() - 1).header("Authorization").orElse("none");
    }

    /** Read again once it is stale, until the vendor was asked once more and its answer is what is read. */
    private void readsAnew(String account) {
        int before = questions(account).size();
        time.pass(FRESH);
        Eventually.holds(() -> {
            reads(account);
            assertThat(questions(account)).hasSizeGreaterThan(before);
        });
        Eventually.holds(() -> given().get("/v1/accounts/" + account + "/occasions")
                .then()
                .header("Cache-Status", matchesPattern(".*; hit; ttl=\\d+")));
    }

    @Test
    void withAnApiKeyEveryCallIsSignedAndNobodySignsIn() {
        reads("key01");
        readsAnew("key01");
        Set<String> shown = new HashSet<>();
        questions("key01").forEach(question -> {
            assertThat(question.header("Authorization"))
                    .hasValueSatisfying(
                            value -> assertThat(value).startsWith("OAuth oauth_consumer_key=\"simulated-app-key\""));
            shown.add(question.header("Authorization").orElse(""));
        });
        assertThat(shown).hasSameSizeAs(questions("key01"));
        assertThat(vendor.count(Service.LOGIN, "key01")).isZero();
        assertThat(vendor.count(Service.TOKENS, "key01")).isZero();
    }

    @Test
    void withAClockThatGoesWrongTheVendorsIsLearntByOneMoreCall() {
        time.setCalendar(Instant.now().minus(Duration.ofHours(3)));
        reads("key02");
        assertThat(questions("key02")).hasSize(2);
        readsAnew("key02");
        assertThat(questions("key02")).hasSize(3);
    }

    @Test
    @MayWarn("The (occasions|workdays|skills) of key03 cannot be refreshed")
    void aKeyThatIsRefusedIsAFindingInWordsThatHelpAndIsTriedNoMoreThanAPassword() {
        reads("key03");
        vendor.forgetApiKey(ApiKey.DEFAULT);
        int before = questions("key03").size();
        time.pass(FRESH);
        Eventually.holds(() -> {
            reads("key03");
            given().get("/v1/accounts/key03/findings")
                    .then()
                    .body("findings.finding", hasItem(containsString("it knows no such access token of the app key")));
        });
        for (int second = 0; second < 120; second++) {
            time.pass(Duration.ofSeconds(1));
            reads("key03");
        }
        assertThat(questions("key03").size() - before).isBetween(1, 3);
        assertThat(given().get("/v1/accounts/key03/findings").asString())
                .doesNotContain(ApiKey.DEFAULT.secret())
                .doesNotContain(ApiKey.DEFAULT.accessToken());
        vendor.apiKey(ApiKey.DEFAULT, Privilege.EVERYTHING);
        time.pass(Duration.ofMinutes(6));
        Eventually.holds(() -> {
            reads("key03");
            assertThat(given().get("/v1/accounts/key03/findings").asString()).doesNotContain("app key");
        });
    }

    @Test
    void withClientCredentialsOneTokenServesManyCalls() {
        reads("token01");
        readsAnew("token01");
        given().get("/v1/accounts/token01/workdays").then().statusCode(200);
        assertThat(vendor.count(Service.TOKENS, "token01")).isEqualTo(1);
        assertThat(vendor.count(Service.LOGIN, "token01")).isZero();
        assertThat(authorization("token01")).startsWith("Bearer ey");
        assertThat(vendor.last(Service.TOKENS)).hasValueSatisfying(asked -> {
            assertThat(asked.path()).isEqualTo("/sentinel/api/v2/account/" + asked.account() + "/app/token");
            assertThat(asked.header("Content-Type")).contains("application/x-www-form-urlencoded");
            assertThat(asked.header("Authorization")).isEmpty();
        });
    }

    @Test
    void aTokenIsRenewedBeforeItsEndWhichAJwtTellsItself() {
        vendor.habits().adopt(Quirk.TOKENS_WITHOUT_EXPIRES_IN);
        reads("token02");
        time.pass(Duration.ofMinutes(53));
        reads("token02");
        assertThat(vendor.count(Service.TOKENS, "token02")).isEqualTo(1);
        time.pass(Duration.ofMinutes(2));
        reads("token02");
        Eventually.holds(
                () -> assertThat(vendor.count(Service.TOKENS, "token02")).isEqualTo(2));
    }

    @Test
    void aThousandCallersOnADeadTokenBringAboutOne() {
        reads("token03");
        vendor.expireTokens("token03");
        time.pass(Duration.ofDays(8));
        try (Crowd crowd = new Crowd(RestAssured.port, 100)) {
            crowd.ask(1_000, "/v1/accounts/token03/hours")
                    .forEach(answer -> assertThat(answer.status()).isEqualTo(200));
        }
        assertThat(vendor.count(Service.TOKENS, "token03")).isEqualTo(2);
    }

    @Test
    @MayWarn("The occasions of token04 cannot be refreshed: LivePerson answered 403")
    void aTokenWithoutTheScopeThatIsWantedIsForbiddenAndNotAskedForAgain() {
        vendor.wantScope("hours");
        given().get("/v1/accounts/token04/occasions").then().statusCode(502);
        given().get("/v1/accounts/token04/occasions").then().statusCode(502);
        assertThat(vendor.count(Service.TOKENS, "token04")).isEqualTo(1);
    }

    @Test
    void aUsersSessionIsKeptAliveWhileItIsInUse() {
        reads("cold70");
        assertThat(vendor.count(Service.REFRESH, "cold70")).isZero();
        for (int minute = 0; minute < 9; minute++) {
            time.pass(Duration.ofMinutes(1));
            readsAnew("cold70");
        }
        assertThat(vendor.count(Service.LOGIN, "cold70")).isEqualTo(1);
        Eventually.holds(
                () -> assertThat(vendor.count(Service.REFRESH, "cold70")).isBetween(2L, 5L));
        Received refresh = vendor.requests(Service.REFRESH).stream()
                .filter(request -> request.account().equals("cold70"))
                .findFirst()
                .orElseThrow();
        assertThat(refresh.header("Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("Session_id="));
        assertThat(refresh.header("Authorization")).isEmpty();
        assertThat(refresh.body()).startsWith("{\"csrf\":\"");
    }
}
