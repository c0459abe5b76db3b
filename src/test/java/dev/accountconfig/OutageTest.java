package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor is down, slow or talking nonsense. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
@MayWarn("The (occasions|workdays|skills|domains) of \\w+ cannot be refreshed")
class OutageTest {
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final Duration STALE_WHILE_REVALIDATE = Duration.ofMinutes(10);

    Simulator vendor;

    @Inject
    MovableTime time;

    @AfterEach
    void heal() {
        vendor.clearMishaps();
        vendor.listen();
    }

    private static String occasionsOf(String account) {
        return "/v1/accounts/" + account + "/occasions";
    }

    @Test
    void withTheVendorGoneCachedReadsGoOnAndSayThatTheyAreStale() {
        String tag = given().get(occasionsOf("cold20")).header("ETag");
        vendor.refuse();
        time.pass(FRESH);
        given().get(occasionsOf("cold20"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(tag))
                .header("Cache-Status", containsString("detail=stale-while-revalidate"));
        time.pass(STALE_WHILE_REVALIDATE);
        for (int i = 0; i < 3; i++) {
            given().get(occasionsOf("cold20"))
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo(tag))
                    .header("Cache-Control", equalTo("private, no-cache"))
                    .header(
                            "Cache-Status",
                            matchesPattern("accountconfig-proxy; hit; ttl=-6\\d\\d; detail=stale-if-error"));
        }
    }

    @Test
    void withTheVendorGoneAColdReaderIsToldWhenToComeBack() {
        vendor.refuse();
        try (Crowd reader = new Crowd(RestAssured.port, 1)) {
            Crowd.Answered answer = reader.ask(occasionsOf("cold21"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.after()).isLessThan(Duration.ofSeconds(3));
        }
        given().get(occasionsOf("cold21"))
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d?"))
                .header("Cache-Status", equalTo("accountconfig-proxy; fwd=miss; detail=unavailable"))
                .body("type", equalTo("urn:accountconfig-proxy:problem:vendor-unavailable"))
                .body("detail", allOf(containsString("LivePerson"), not(containsString("Exception"))));
    }

    @Test
    void theServiceStaysReadyAndAliveWithTheVendorGone() {
        vendor.refuse();
        for (String probe : new String[] {"/health/live", "/health/ready"}) {
            given().port(Metrics.managementPort())
                    .get(probe)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
        }
    }

    @Test
    void theServiceComesBackWithoutHelp() {
        given().get(occasionsOf("cold22"));
        vendor.refuse();
        time.pass(FRESH.plus(STALE_WHILE_REVALIDATE));
        given().get(occasionsOf("cold22")).then().header("Cache-Status", containsString("stale-if-error"));
        vendor.listen();
        time.pass(Duration.ofSeconds(6));
        given().get(occasionsOf("cold22")).then().header("Cache-Status", containsString("stale-if-error"));
        Eventually.holds(
                () -> given().get(occasionsOf("cold22")).then().header("Cache-Status", containsString("; hit; ttl=5")));
    }

    /** Answers that are bounded by the deadline of three seconds or the limit of one mebibyte, and stored by nobody. */
    private enum Hostility {
        DRIP(new Mishap.Drip(Duration.ofMillis(500)), "cold23", "timed_out"),
        OVERSIZE(new Mishap.Oversize(600L * 1024 * 1024), "cold24", "garbled"),
        STALL(new Mishap.Stall(), "cold25", "timed_out"),
        TRUNCATE(new Mishap.Truncate(), "cold26", "broken"),
        HTML(new Mishap.Garble(Mishap.Nonsense.HTML), "cold51", "content"),
        BROKEN_JSON(new Mishap.Garble(Mishap.Nonsense.BROKEN_JSON), "cold52", "content"),
        GZIP_BOMB(new Mishap.GzipBomb(600L * 1024 * 1024), "cold53", "content"),
        REDIRECT(new Mishap.Redirect("http://evil.example/"), "cold54", "unexpected"),
        HEADER_FLOOD(new Mishap.HeaderFlood(1000), "cold55", "broken");

        private final Mishap mishap;
        private final String account;
        private final String outcome;

        Hostility(Mishap mishap, String account, String outcome) {
            this.mishap = mishap;
            this.account = account;
            this.outcome = outcome;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostileAnswerCostsOneBoundedCallAndStoresNothing(Hostility hostility) {
        vendor.let(Requests.OCCASIONS).suffer(hostility.mishap);
        double before = ended(hostility);
        given().get(occasionsOf(hostility.account)).then().statusCode(503);
        Eventually.holds(() -> assertThat(ended(hostility)).isGreaterThan(before));
        long calls = vendor.count(Service.OCCASIONS, hostility.account);
        given().get(occasionsOf(hostility.account)).then().statusCode(503);
        assertThat(vendor.count(Service.OCCASIONS, hostility.account)).isEqualTo(calls);
        assertThat(calls).isEqualTo(1);
    }

    private static double ended(Hostility hostility) {
        return Metrics.sum(
                "accountconfig_upstream_calls_seconds_count", "purpose=\"occasions\"", "\"" + hostility.outcome + "\"");
    }

    @Test
    void aRefusedSignInIsTheProxysProblemNotTheCallers() {
        vendor.let(Requests.LOGIN).suffer(new Mishap.Fail(401, Mishap.Body.JSON));
        given().get(occasionsOf("cold27"))
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:accountconfig-proxy:problem:vendor-refuses"))
                .body("detail", equalTo("LivePerson answered 401 when signing in."));
        assertThat(Metrics.sum("accountconfig_upstream_sign_ins_total", "unauthorized"))
                .isPositive();
        given().get("/v1/accounts/cold27/findings")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("findings.kind", equalTo(java.util.List.of("ACCOUNT")));
    }

    @Test
    void aCallThatNeverArrivedIsTriedOnceMoreForAReaderWithNothingElseOnceTenCallsHaveEarnedIt() {
        double before = Metrics.sum("accountconfig_upstream_retries_total", "unreachable");
        for (int call = 1; call <= 10; call++) {
            given().get(occasionsOf("cold35"));
            Eventually.holds(() ->
                    given().get(occasionsOf("cold35")).then().header("Cache-Status", containsString("; hit; ttl=")));
            time.pass(FRESH);
        }
        vendor.refuse();
        given().get("/v1/accounts/cold35/workdays").then().statusCode(503);
        assertThat(Metrics.sum("accountconfig_upstream_retries_total", "unreachable"))
                .isEqualTo(before + 1);
    }

    @Test
    void aKeyThatIsHeldDownShowsInTheMetrics() {
        vendor.let(Requests.OCCASIONS).of("cold36").suffer(new Mishap.Fail(500, Mishap.Body.EMPTY));
        double before = Metrics.sum("accountconfig_cache_held_down", "occasions");
        given().get(occasionsOf("cold36")).then().statusCode(503);
        assertThat(Metrics.sum("accountconfig_cache_held_down", "occasions")).isEqualTo(before + 1);
    }

    @Test
    void anExpiredSessionIsRenewedOnceForAllAndNobodyNotices() {
        given().get(occasionsOf("cold28"));
        vendor.expireTokens();
        time.pass(FRESH.plus(STALE_WHILE_REVALIDATE));
        try (Crowd crowd = new Crowd(RestAssured.port, 1000)) {
            assertThat(crowd.ask(1000, occasionsOf("cold28")))
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        }
        assertThat(vendor.count(Service.LOGIN, "cold28")).isEqualTo(2);
    }

    @Test
    void anAnswerForAnotherAccountIsNotBelieved() {
        vendor.let(Requests.DOMAINS).of("cold56").next(1).suffer(new Mishap.WrongAccount("cold57"));
        given().get(occasionsOf("cold56"))
                .then()
                .statusCode(503)
                .body("detail", containsString("named the services of another account"));
        vendor.let(Requests.LOGIN).of("cold58").next(1).suffer(new Mishap.WrongAccount("cold57"));
        given().get(occasionsOf("cold58"))
                .then()
                .statusCode(503)
                .body("detail", containsString("signed in to another account"));
    }

    @Test
    void aWrongPasswordIsTriedThreeTimesInFiveMinutesHoweverManyReadAndIsAFinding() {
        given().get("/v1/accounts/cold59/findings").then().statusCode(200);
        vendor.let(Requests.LOGIN).of("cold59").suffer(new Mishap.Fail(401, Mishap.Body.JSON));
        vendor.expireTokens();
        long before = vendor.count(Service.LOGIN, "cold59");
        time.pass(FRESH);
        for (int second = 0; second < 300; second += 2) {
            given().get(occasionsOf("cold59")).then().statusCode(200);
            time.pass(Duration.ofSeconds(2));
        }
        assertThat(vendor.count(Service.LOGIN, "cold59") - before).isEqualTo(3);
        given().get("/v1/accounts/cold59/findings")
                .then()
                .statusCode(200)
                .body("findings[0].kind", equalTo("ACCOUNT"))
                .body("findings[0].finding", containsString("LivePerson answered 401 when signing in"));
        assertThat(Metrics.sum("accountconfig_upstream_sign_ins_held")).isPositive();
    }

    private static double failures() {
        return Metrics.sum("accountconfig_cache_flights_total", "\"occasions\"", "\"failed\"");
    }

    @Test
    void anOpenBreakerIsThatOfOneAccountAndServiceAndShowsInTheMetrics() {
        vendor.let(Requests.OCCASIONS).of("cold29").suffer(new Mishap.Fail(500, Mishap.Body.EMPTY));
        for (int i = 0; i < 12; i++) {
            double failed = failures();
            given().get(occasionsOf("cold29")).then().statusCode(503);
            Eventually.holds(() -> assertThat(failures()).isGreaterThan(failed));
            time.pass(Duration.ofMinutes(9));
        }
        assertThat(Metrics.sum("accountconfig_upstream_breakers", "accountConfigReadOnly", "\"open\""))
                .isPositive();
        assertThat(vendor.count(Service.OCCASIONS, "cold29")).isEqualTo(10);
        given().get(occasionsOf("cold32")).then().statusCode(200);
        given().get("/v1/accounts/cold29/workdays").then().statusCode(503);
    }
}
