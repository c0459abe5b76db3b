package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources that are known by their address alone: one document, one vendor call, kept through an outage. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
@MayWarn("The (occasions|workdays|skills|domains) of \\w+ cannot be refreshed")
class DocumentsTest {
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

    private static String configuration(String account) {
        return "/api/account/" + account + "/configuration/";
    }

    /** As written: REST Assured would spell it its own way. */
    private static ValidatableResponse get(String target) {
        return given().urlEncodingEnabled(false).get(target).then();
    }

    private long asked(String account) {
        return vendor.count(Service.OTHER_CONFIGURATION, account);
    }

    private void document(String account, String path, String json) {
        vendor.world().account(account).document(path, json);
    }

    @Test
    void manySpellingsOfADocumentAreOneVendorCall() {
        document("cold15", "le-users/users", "[{\"id\":1}]");
        List<String> spellings = List.of(
                "le-users/users?v=6.0&select=$all",
                "le-users/users/?v=6.0&select=$all",
                "le-users/users?select=$all&v=6.0",
                "le-users/users?select=%24all&v=6.0",
                "le-users/users?select=%24%61ll&v=6%2E0",
                "%6Ce-users/users?v=6.0&select=$all",
                "le%2dusers/users?v=6.0&select=$all",
                "le%2Dusers/%75sers?v=6.0&select=$all",
                "le-users/users?&v=6.0&&select=$all&",
                "le-users/users?v=6.0&select=$all&_=1783096200000",
                "le-users/users?v=6.0&select=$all&_=1783096200001&__d=12345",
                "le-users/users?_&v=6.0&select=$all",
                "le-users/users?__d=81234&v=6.0&select=$all",
                "le-users/users?v=6.0&NC=true&select=$all",
                "le-users/users?v=6.0&NC=false&select=$all",
                "le-users/users?v=6.0&select=$all&source=ccui",
                "le-users/users?v=6.0&select=$all&source=ccuiUm",
                "le-users/users?v=6.0&select=$all&%5F=1",
                "le-users/users?%76=6.0&select=$all",
                "le-users/users?v=6.0&%73elect=$all&source=%E2%82%AC");
        try (Crowd caller = new Crowd(RestAssured.port, 1)) {
            spellings.forEach(spelling -> assertThat(
                            caller.ask(configuration("cold15") + spelling).body())
                    .isEqualTo("[{\"id\":1}]"));
        }
        assertThat(spellings).hasSize(20);
        assertThat(asked("cold15")).isEqualTo(1);
        assertThat(vendor.last(Service.OTHER_CONFIGURATION))
                .get()
                .satisfies(request -> assertThat(request.query()).containsOnlyKeys("v", "select"));
        get(configuration("cold15") + "le-users/users?v=6.0").statusCode(200);
        assertThat(asked("cold15")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/..%2f..%2flogin",
                "a%252e%252e/b",
                "a;x=1",
                "a%3bx",
                "a//b",
                "../login",
                "a/./b",
                "a%5cb",
                "a%0ab",
                "a%c0%afb",
                "a%25b",
                "a?x=%0d%0aHost:evil"
            })
    void anAddressThatCouldBeReadInTwoWaysIsRefusedInTheVendorsShape(String hostile) {
        vendor.forgetRequests();
        try (Crowd caller = new Crowd(RestAssured.port, 1)) {
            Crowd.Answered answer = caller.ask(configuration("cold15") + hostile);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("\"internalCode\":5").doesNotContain("urn:");
        }
        assertThat(vendor.requests()).isEmpty();
    }

    /** These are no addresses at all (RFC 3986), and are refused before anything of ours sees them. */
    @ParameterizedTest
    @ValueSource(strings = {"a|b", "a\"b", "a{b}", "a^b", "a<b>", "a`b", "a[b]", "a%zz", "a?x={y}", "a?x=100%"})
    void whatIsNoAddressIsNotAskedFor(String none) {
        vendor.forgetRequests();
        try (Crowd caller = new Crowd(RestAssured.port, 1)) {
            assertThat(caller.ask(configuration("cold15") + none).status()).isEqualTo(400);
        }
        assertThat(vendor.requests()).isEmpty();
    }

    /** Characters that are rare in addresses, and legal. */
    @ParameterizedTest
    @ValueSource(
            strings = {"caf%C3%A9", "a%20b", "a%7Cb", "a%5Bb%5D", "a?x=%7By%7D", "a?x=[1]", "a'b", "a?x='", "a$b,c"})
    void anOddAddressIsAskedForInItsOneSpelling(String odd) {
        vendor.forgetRequests();
        try (Crowd caller = new Crowd(RestAssured.port, 1)) {
            Crowd.Answered answer = caller.ask(configuration("cold15") + odd);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("\"internalCode\":12");
        }
        assertThat(vendor.count(Service.OTHER_CONFIGURATION, "cold15")).isEqualTo(1);
    }

    @Test
    void anAddressInAbsoluteFormIsTheSame() {
        document("cold16", "le-users/absolute", "[7]");
        try (Crowd caller = new Crowd(RestAssured.port, 1)) {
            assertThat(caller.ask("http://localhost" + configuration("cold16") + "le-users/absolute?v=1")
                            .body())
                    .isEqualTo("[7]");
            assertThat(caller.ask("http://localhost/api/account/cold16/configuration/a;b")
                            .body())
                    .contains("\"type\":\"configuration\"");
        }
    }

    @Test
    void aDocumentIsRevalidatedByItsRevision() {
        document("cold16", "ac-common/agent_surveys", "[]");
        String target = configuration("cold16") + "ac-common/agent_surveys?v=2.0";
        String revision = get(target).statusCode(200).extract().header("ac-revision");
        time.pass(FRESH.plus(STALE_WHILE_REVALIDATE));
        get(target)
                .statusCode(200)
                .header("ac-revision", revision)
                .header("Age", equalTo("0"))
                .header("Cache-Status", equalTo("accountconfig-proxy; fwd=stale; fwd-status=304"));
        assertThat(vendor.last(Service.OTHER_CONFIGURATION))
                .get()
                .satisfies(request -> assertThat(request.header("if-match")).contains(revision));
    }

    @Test
    void whoHasTheTagOrTheRevisionGets304() {
        document("cold16", "le-users/profiles", "[{\"id\":7}]");
        String target = configuration("cold16") + "le-users/profiles";
        var first = get(target).statusCode(200).extract();
        given().header("If-None-Match", first.header("ETag"))
                .get(target)
                .then()
                .statusCode(304)
                .header("ETag", first.header("ETag"))
                .header("ac-revision", first.header("ac-revision"));
        given().header("If-Match", first.header("ac-revision"))
                .get(target)
                .then()
                .statusCode(304)
                .header("Cache-Control", containsString("max-age="));
        given().head(target).then().statusCode(200).header("ETag", first.header("ETag"));
    }

    @Test
    void theVendorsOwnHeadersStayWithUs() {
        document("cold16", "le-users/lobs", "[]");
        get(configuration("cold16") + "le-users/lobs")
                .header("Set-Cookie", nullValue())
                .header("x-lp-host", nullValue())
                .contentType("application/json");
    }

    @Test
    void whatIsNotThereIsRemembered() {
        String target = configuration("cold17") + "le-users/nothing";
        get(target).statusCode(404).body("type", equalTo("configuration")).body("internalCode", equalTo(12));
        get(target).statusCode(404).header("Cache-Status", containsString("detail=negative"));
        assertThat(asked("cold17")).isEqualTo(1);
    }

    @Test
    void anOutageIsBridgedFromMemory() {
        document("cold18", "le-users/users", "[{\"id\":1}]");
        String users = configuration("cold18") + "le-users/users?v=6.0";
        String occasions = configuration("cold18") + "ac-common/specialoccasion?v=1.0&include_deleted=true";
        String living = configuration("cold18") + "ac-common/specialoccasion?v=1.0";
        for (String target : List.of(users, occasions, living)) {
            get(target).statusCode(200);
        }
        vendor.refuse();
        time.pass(FRESH.plus(STALE_WHILE_REVALIDATE));
        for (String target : List.of(users, occasions, living)) {
            get(target)
                    .statusCode(200)
                    .header("ac-revision", not(blankOrNullString()))
                    .header("Cache-Control", equalTo("private, no-cache"))
                    .header("Cache-Status", containsString("detail=stale-if-error"));
        }
        get(configuration("cold18") + "ac-common/specialoccasion/4101000810").statusCode(200);
        get(configuration("cold18") + "ac-common/specialoccasion/4101000999").statusCode(404);
    }

    @Test
    void aColdReaderOfADeadVendorIsToldWhenToComeBackInTheVendorsShape() {
        vendor.refuse();
        for (String resource : List.of("le-users/users", "ac-common/workinghours", "le-users/skills/1")) {
            get(configuration("cold19") + resource)
                    .statusCode(503)
                    .contentType("application/json")
                    .header("Retry-After", matchesPattern("[1-9]\\d?"))
                    .header("Cache-Status", containsString("detail=unavailable"))
                    .body("internalCode", equalTo(1))
                    .body("message", allOf(containsString("LivePerson"), not(containsString("Exception"))));
        }
        get("/api/account/cold19/shift-status")
                .statusCode(503)
                .contentType("application/json")
                .body("time", matchesEpoch())
                .body("internalCode", equalTo(1));
    }

    private static org.hamcrest.Matcher<Long> matchesEpoch() {
        return org.hamcrest.Matchers.greaterThan(1_700_000_000_000L);
    }

    @Test
    void whereDeletedObjectsAreNotToBeHadALivingOneStillIs() {
        get(configuration("cold33") + "ac-common/workinghours").statusCode(200);
        vendor.let(Requests.WORKDAYS).of("cold33").suffer(new Mishap.Fail(500, Mishap.Body.EMPTY));
        get(configuration("cold33") + "ac-common/workinghours/4102000110").statusCode(200);
        get(configuration("cold33") + "ac-common/workinghours/4102000999")
                .statusCode(404)
                .body("message", equalTo("No data found"));
    }

    @Test
    void aResourceThatIsForbiddenShutsOutNoOther() {
        document("cold37", "le-users/users", "[]");
        vendor.let(Requests.READS).of("cold37").suffer(new Mishap.Fail(403, Mishap.Body.JSON));
        for (int i = 0; i < 15; i++) {
            get(configuration("cold37") + "le-users/forbidden" + i)
                    .statusCode(502)
                    .contentType("application/json")
                    .body("internalCode", equalTo(11))
                    .body("message", equalTo("LivePerson answered 403."));
        }
        vendor.clearMishaps();
        get(configuration("cold37") + "le-users/users").statusCode(200);
        get(configuration("cold37") + "ac-common/specialoccasion").statusCode(200);
        assertThat(vendor.count(Service.LOGIN, "cold37")).isEqualTo(1);
    }

    @Test
    void anAddressThatFailsAndFailsShutsOutNoCollection() {
        vendor.let(Requests.READS).of("cold38").suffer(new Mishap.Fail(500, Mishap.Body.EMPTY));
        for (int i = 0; i < 15; i++) {
            get(configuration("cold38") + "le-users/broken" + i).statusCode(503);
        }
        vendor.clearMishaps();
        get(configuration("cold38") + "ac-common/specialoccasion").statusCode(200);
        get(configuration("cold38") + "le-users/users")
                .statusCode(503)
                .body("message", containsString("left alone for a moment"));
    }

    @Test
    void whatIsNoJsonIsNotPassedOn() {
        document("cold39", "le-users/users", "[]");
        vendor.let(Requests.READS).of("cold39").suffer(new Mishap.Fail(200, Mishap.Body.HTML));
        get(configuration("cold39") + "le-users/users")
                .statusCode(503)
                .contentType("application/json")
                .body("message", equalTo("LivePerson answered something that is no JSON."));
    }

    @Test
    void inventedDocumentsPushOutNoCollectionAndMakeNoSeries() {
        get(configuration("cold17") + "ac-common/specialoccasion").statusCode(200);
        get(configuration("cold17") + "invented/first").statusCode(404);
        long before = Metrics.page().lines().count();
        for (int i = 0; i < 300; i++) {
            get(configuration("cold17") + "invented/" + i + "?x=" + i).statusCode(404);
        }
        assertThat(Metrics.page().lines().count() - before).isLessThanOrEqualTo(5);
        assertThat(Metrics.sum("accountconfig_upstream_calls_seconds_count", "purpose=\"other\"", "\"not_found\""))
                .isGreaterThanOrEqualTo(300);
        get(configuration("cold17") + "ac-common/specialoccasion")
                .header("Cache-Status", containsString("; hit; ttl="));
    }

    @Test
    void anAccountThatIsNotServedIsNotFoundAndNotAskedFor() {
        vendor.forgetRequests();
        for (String resource : List.of("le-users/users", "ac-common/specialoccasion", "le-users/skills/1")) {
            get(configuration("27182818") + resource)
                    .statusCode(404)
                    .contentType("application/json")
                    .body("internalCode", equalTo(12))
                    .body("message", equalTo("No data found"));
        }
        get("/api/account/27182818/shift-status")
                .statusCode(404)
                .contentType("application/json")
                .body("message", containsString("27182818"));
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void nothingElseOfTheVendorIsHereAndSaysSoInItsShape() {
        for (String path : List.of("/api", "/api/account/cold39/nothing", "/csdr/x", "/api/account/cold39/service/x")) {
            get(path).statusCode(404).contentType("application/json").body("message", not(blankOrNullString()));
        }
        given().delete("/api/account/cold39/shift-status")
                .then()
                .statusCode(405)
                .contentType("application/json")
                .header("Allow", containsString("GET"));
        given().accept("text/html")
                .get(configuration("cold39") + "ac-common/workinghours")
                .then()
                .statusCode(406)
                .contentType("application/json")
                .body("type", equalTo("workinghours"));
    }
}
