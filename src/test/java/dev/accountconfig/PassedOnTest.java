package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.accountconfig.LivePersonClient.Answer;
import dev.accountconfig.simulator.Kind;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Privilege;
import dev.accountconfig.simulator.Received;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes of an unchanged LivePerson client: passed on as they came, answered as the vendor answers, and seen at once. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PassedOnTest {
    private static final String OCCASION =
            "{\"name\":\"%s\",\"description\":\"\",\"isDefault\":false,\"events\":[],\"unknown\":[1.50,{\"a\":null}]}";

    Simulator vendor;

    @Inject
    MovableTime time;

    private LivePersonClient direct;
    private LivePersonClient proxied;

    /** A twin of an account, which the service does not know: what is done to one is done to the other. */
    @BeforeEach
    void furnish() {
        if (direct == null) {
            vendor.world().host("twin38", "cold38");
            vendor.user("twin", "simulated", Privilege.EVERYTHING);
            direct = new LivePersonClient(vendor.host()).signedIn("twin38", "twin");
            proxied = new LivePersonClient("localhost:" + RestAssured.port);
        }
        vendor.forgetRequests();
    }

    @AfterEach
    void heal() {
        vendor.clearMishaps();
        vendor.listen();
        vendor.forgetRequests();
    }

    private static String configuration(String account, String resource) {
        return "/api/account/" + account + "/configuration/" + resource;
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    private List<Received> writes(String account) {
        return vendor.requests().stream()
                .filter(request -> request.account().equals(account))
                .filter(request -> request.path().contains("/configuration/"))
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }

    /** In order: each line finds what those before it have left. {@code =} is the current revision. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | ac-common/specialoccasion?v=1.0              |     |        | {'name':'A','description':'x','isDefault':false,'events':[],'odd':[1.50,null]}",
                "POST   | ac-common/specialoccasion?v=1.0              |     |        | {'name':'A','description':'x','isDefault':false,'events':[]}",
                "POST   | ac-common/specialoccasion                    | =   |        | [{'name':'B','events':[],'isDefault':false,'description':''},{'name':'C','events':[],'isDefault':false,'description':''}]",
                "POST   | ac-common/specialoccasion?v=1.0              |     |        | {}",
                "POST   | ac-common/specialoccasion?v=1.0              |     |        | []",
                "POST   | ac-common/specialoccasion?v=1.0              |     |        | 7",
                "POST   | ac-common/specialoccasion?v=1.0              |     |        | ``",
                "POST   | ac-common/specialoccasion?v=x                |     |        | {'name':'D','events':[]}",
                "PUT    | ac-common/specialoccasion?v=1.0              | =   |        | [{'id':4199000000,'name':'A2','description':'','isDefault':false,'events':[]}]",
                "PUT    | ac-common/specialoccasion?v=1.0              | 1   |        | [{'id':4199000000,'name':'A3','description':'','isDefault':false,'events':[]}]",
                "PUT    | ac-common/specialoccasion?v=1.0              | *   |        | [{'id':4199000000,'name':'A4','description':'','isDefault':false,'events':[]}]",
                "PUT    | ac-common/specialoccasion?v=1.0              |     |        | [{'id':4199000999,'name':'A5','description':'','isDefault':false,'events':[]}]",
                "PUT    | ac-common/specialoccasion/4199000000?v=1.0   | *   |        | {'id':4199000000,'name':'A6','description':'','isDefault':false,'events':[]}",
                "POST   | ac-common/specialoccasion?v=1.0              | =   | PUT    | [{'id':4199000000,'name':'A7','description':'','isDefault':false,'events':[]}]",
                "POST   | ac-common/specialoccasion/4199000001         | =   | DELETE | ``",
                "POST   | ac-common/specialoccasion/4199000001         | =   | delete | ``",
                "DELETE | ac-common/specialoccasion/4199000000?v=1.0   | 1   |        | ``",
                "DELETE | ac-common/specialoccasion/4199000000?v=1.0   | =   | DELETE | ``",
                "DELETE | ac-common/specialoccasion/4199000000?v=1.0   |     |        | ``",
                "DELETE | ac-common/specialoccasion/4101000110,4101001110 | = |       | ``",
                "DELETE | ac-common/specialoccasion/none               |     |        | ``",
                "POST   | ac-common/workinghours?v=1.0                 |     |        | {'name':'W','description':'','isDefault':false,'events':[]}",
                "DELETE | ac-common/workinghours/4102000310            | *   |        | ``",
                "DELETE | ac-common/specialoccasion                    | *   |        | ``",
                "PUT    | le-users/skills/4103000110?v=2.0             | *   |        | {'id':4103000110,'name':'S','deleted':false}",
                "DELETE | le-users/skills/4103000110                   | *   |        | ``",
                "POST   | le-users/users?v=6.0                         |     |        | [{'id':1}]",
                "PUT    | ac-common/agent_surveys/7                    | -   |        | {}",
            })
    void whatTheVendorAnswersToAWriteIsWhatTheCallerIsAnswered(
            String method, String resource, String ifMatch, String override, String body) {
        Answer theirs = send(direct, "twin38", method, resource, ifMatch, override, body);
        Answer ours = send(proxied, "cold38", method, resource, ifMatch, override, body);
        assertThat(ours.status()).isEqualTo("-".equals(ifMatch) ? 400 : theirs.status());
        if (!"-".equals(ifMatch)) {
            assertThat(ours.body()).isEqualTo(theirs.body());
            assertThat(ours.revision()).isEqualTo(theirs.revision());
        }
    }

    private Answer send(
            LivePersonClient client,
            String account,
            String method,
            String resource,
            String ifMatch,
            String override,
            String body) {
        String revision = Long.toString(vendor.world().account(account).revision());
        List<String> headers = new CopyOnWriteArrayList<>();
        if (ifMatch != null) {
            headers.addAll(List.of("If-Match", ifMatch.replace("=", revision)));
        }
        if (override != null) {
            headers.addAll(List.of("X-HTTP-Method-Override", override));
        }
        return client.send(
                method, configuration(account, resource), body.replace('\'', '"'), headers.toArray(String[]::new));
    }

    @Test
    void whatIsWrittenIsReadAtOnceOnThisFaceAndOnOurs() {
        String list = configuration("cold14", "ac-common/specialoccasion?v=1.0&select=$all");
        String withDeleted = configuration("cold14", "ac-common/specialoccasion?v=1.0&include_deleted=true");
        for (String target : List.of(list, withDeleted)) {
            given().urlEncodingEnabled(false).get(target).then().statusCode(200).body("name", not(hasItem("Written")));
        }
        given().get("/v1/accounts/cold14/occasions").then().statusCode(200);
        long id = json(OCCASION.formatted("Written"))
                .post(configuration("cold14", "ac-common/specialoccasion"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        for (String target : List.of(list, withDeleted)) {
            given().urlEncodingEnabled(false).get(target).then().body("name", hasItem("Written"));
        }
        given().get("/v1/accounts/cold14/occasions").then().body("occasions.name", hasItem("Written"));

        String one = configuration("cold14", "ac-common/specialoccasion/" + id);
        String revision = given().get(one).then().statusCode(200).extract().header("ac-revision");
        given().header("If-Match", revision).delete(one).then().statusCode(200);
        given().urlEncodingEnabled(false).get(list).then().body("name", not(hasItem("Written")));
        given().get(one).then().statusCode(200).body("deleted", equalTo(true));
        given().get("/v1/accounts/cold14/occasions").then().body("occasions.name", not(hasItem("Written")));
    }

    @Test
    void allOtherDocumentsOfTheAccountAreAskedForAgain() {
        vendor.world().account("cold16").document("le-users/lobs2", "[1]");
        vendor.world().account("cold18").document("le-users/lobs2", "[1]");
        for (String account : List.of("cold16", "cold18")) {
            given().get(configuration(account, "le-users/lobs2")).then().body("", equalTo(List.of(1)));
            vendor.world().account(account).document("le-users/lobs2", "[2]");
        }
        json(OCCASION.formatted("Elsewhere"))
                .post(configuration("cold16", "ac-common/specialoccasion"))
                .then()
                .statusCode(200);
        given().get(configuration("cold16", "le-users/lobs2")).then().body("", equalTo(List.of(2)));
        given().get(configuration("cold18", "le-users/lobs2")).then().body("", equalTo(List.of(1)));
    }

    @Test
    void whoWroteOnAPassedRevisionReadsThePresentOne() {
        String list = configuration("cold14", "ac-common/workinghours");
        String known = given().get(list).then().statusCode(200).extract().header("ac-revision");
        vendor.world().account("cold14").rename(Kind.WORKDAYS, 4_102_000_310L, "Renamed by somebody else");
        String body = "[{\"id\":4102000310,\"name\":\"Ours\",\"description\":\"\",\"isDefault\":false,\"events\":[]}]";
        json(body)
                .header("If-Match", known)
                .put(list)
                .then()
                .statusCode(409)
                .contentType("application/json")
                .body("internalCode", equalTo(21));
        String current = given().get(list)
                .then()
                .body("name", hasItem("Renamed by somebody else"))
                .extract()
                .header("ac-revision");
        json(body).header("If-Match", current).put(list).then().statusCode(200);
        given().get(list).then().body("name", hasItem("Ours"));
    }

    @Test
    void aSessionThatHasDiedIsRenewedAndTheCallerHearsNothingOfIt() {
        String list = configuration("cold39", "ac-common/specialoccasion");
        json(OCCASION.formatted("Before")).post(list).then().statusCode(200);
        time.pass(Duration.ofSeconds(15));
        vendor.expireTokens();
        json(OCCASION.formatted("After")).post(list).then().statusCode(200);
        assertThat(writes("cold39")).hasSize(3);
    }

    @Test
    void aVendorThatRefusesOurCredentialsIsABadGatewayAndNever401() {
        vendor.let(Requests.WRITES).of("cold39").suffer(new Mishap.Fail(401, Mishap.Body.JSON));
        json(OCCASION.formatted("Refused"))
                .post(configuration("cold39", "ac-common/specialoccasion"))
                .then()
                .statusCode(502)
                .contentType("application/json")
                .body("internalCode", equalTo(11));
    }

    @Test
    void anUnknownOutcomeIsToldSoNeverRepeatedAndNotReadFromMemory() {
        String list = configuration("cold33", "ac-common/specialoccasion");
        given().get(list).then().statusCode(200);
        for (Mishap mishap : List.of(
                new Mishap.Reset(),
                new Mishap.Truncate(),
                new Mishap.Garble(Mishap.Nonsense.HTML),
                new Mishap.Stall())) {
            vendor.let(Requests.WRITES).of("cold33").next(1).suffer(mishap);
            vendor.world().account("cold33").rename(Kind.OCCASIONS, 4_101_000_110L, "Before " + mishap);
            vendor.forgetRequests();
            json(OCCASION.formatted("Unknown " + mishap))
                    .post(list)
                    .then()
                    .statusCode(504)
                    .contentType("application/json")
                    .header("Cache-Control", "no-store")
                    .body("type", equalTo("specialoccasion"))
                    .body("internalCode", equalTo(1))
                    .body("message", containsString("not known"));
            assertThat(writes("cold33")).hasSize(1);
            given().get(list).then().statusCode(200).body("name", hasItem("Before " + mishap));
        }
    }

    @ParameterizedTest
    @CsvSource({"500,JSON,simulated failure", "503,EMPTY,LivePerson answered 503.", "429,EMPTY,LivePerson answered 429."
    })
    void aFailureOfTheVendorIsPassedOn(int status, Mishap.Body body, String message) {
        vendor.let(Requests.WRITES).of("cold17").next(1).suffer(new Mishap.Fail(status, body));
        vendor.forgetRequests();
        json(OCCASION.formatted("Failing"))
                .post(configuration("cold17", "ac-common/workinghours"))
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("message", equalTo(message));
        assertThat(writes("cold17")).hasSize(1);
    }

    @Test
    void aRedirectOrAGatewaysNothingThereIsNoAnswer() {
        String list = configuration("cold18", "ac-common/specialoccasion");
        for (Mishap mishap :
                List.of(new Mishap.Redirect("https://evil.example/"), new Mishap.Fail(404, Mishap.Body.HTML))) {
            vendor.let(Requests.WRITES).of("cold18").next(1).suffer(mishap);
            json(OCCASION.formatted("x")).post(list).then().statusCode(504).header("Location", nullValue());
        }
    }

    @Test
    void aVendorThatIsNotThereWasSentNothing() {
        given().get(configuration("cold18", "ac-common/specialoccasion")).then().statusCode(200);
        json(OCCASION.formatted("first"))
                .post(configuration("cold18", "ac-common/specialoccasion"))
                .then()
                .statusCode(200);
        vendor.refuse();
        json(OCCASION.formatted("x"))
                .post(configuration("cold18", "ac-common/specialoccasion"))
                .then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("message", containsString("could not be connected to"));
    }

    @ParameterizedTest
    @CsvSource({
        "If-Match,\"1204\"",
        "If-Match,-1",
        "If-Match,1 2",
        "If-Match,x",
        "X-HTTP-Method-Override,PATCH",
        "X-HTTP-Method-Override,GET",
        "X-HTTP-Method-Override,PUT;x"
    })
    void aHeaderThatIsNonsenseIsRefusedByName(String name, String value) {
        json("{}")
                .header(name, value)
                .post(configuration("cold39", "ac-common/specialoccasion"))
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("type", equalTo("specialoccasion"))
                .body("message", containsString(name));
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void aPutCannotBecomeADelete() {
        json("{}")
                .header("X-HTTP-Method-Override", "DELETE")
                .put(configuration("cold39", "ac-common/specialoccasion/1"))
                .then()
                .statusCode(400);
        given().header("If-Match", "1", "2")
                .delete(configuration("cold39", "ac-common/specialoccasion/1"))
                .then()
                .statusCode(400)
                .body("message", containsString("twice"));
        assertThat(vendor.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "\u00e9", "'a'", " "})
    void aBodyThatIsNoJsonIsRefused(String body) {
        json(body)
                .post(configuration("cold39", "ac-common/specialoccasion"))
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("message", containsString("JSON"));
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void aBodyOfAnotherKindOrSizeIsRefused() {
        String list = configuration("cold39", "ac-common/specialoccasion");
        given().contentType("text/plain")
                .body("{}")
                .post(list)
                .then()
                .statusCode(415)
                .contentType("application/json")
                .body("type", equalTo("specialoccasion"));
        json("[\"" + "x".repeat(65_536) + "\"]")
                .post(list)
                .then()
                .statusCode(413)
                .contentType("application/json")
                .body("type", equalTo("specialoccasion"))
                .body("internalCode", equalTo(5));
        assertThat(vendor.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/..%2f..%2flogin",
                "a;x=1",
                "a//b",
                "a/%2e%2e/b",
                "a%5cb",
                "a%0ab",
                "a%25b",
                "a?x=%0d%0aHost:evil"
            })
    void anAddressThatCouldBeReadInTwoWaysIsNotWrittenTo(String hostile) {
        for (String method : List.of("POST", "PUT", "DELETE")) {
            assertThat(proxied.send(method, configuration("cold39", hostile), "{}")
                            .status())
                    .isEqualTo(400);
        }
        assertThat(vendor.requests()).isEmpty();
    }

    /** The framework, which counts the bytes, answers; and then, perhaps after this test, complains that it has. */
    @Test
    void aBodyThatDoesNotSayHowLongItIsIsRefusedAllTheSame() {
        try (SlowLeaver caller = new SlowLeaver(RestAssured.port)) {
            assertThat(caller.postInChunks(configuration("cold39", "ac-common/specialoccasion"), 70_000))
                    .startsWith("HTTP/1.1 411");
        }
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void aWriteGoesToOneSpellingOfItsAddressWithNothingElseOfTheCaller() {
        json("{}")
                .header("Authorization", "Bearer of-the-caller")
                .header("Cookie", "Session_id=of-the-caller")
                .header("X-Forwarded-Host", "evil.example")
                .urlEncodingEnabled(false)
                .post(configuration("cold39", "ac%2Dcommon/specialoccasion/?source=ccui&v=1.0&_=17"))
                .then()
                .statusCode(400);
        Received sent = writes("cold39").get(0);
        assertThat(sent.path()).isEqualTo(configuration("cold39", "ac-common/specialoccasion"));
        assertThat(sent.query()).containsOnlyKeys("v");
        assertThat(sent.headers().toString()).doesNotContain("of-the-caller", "evil.example");
    }

    @Test
    void anAccountThatIsNotServedOrAMethodThatIsNotIsRefused() {
        json("{}")
                .post(configuration("27182818", "ac-common/specialoccasion"))
                .then()
                .statusCode(404)
                .body("message", equalTo("No data found"));
        json("{}")
                .patch(configuration("cold39", "ac-common/specialoccasion/1"))
                .then()
                .statusCode(405)
                .contentType("application/json")
                .header("Allow", containsString("PUT"));
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void everyWriteIsAuditedInOneLineWithoutItsContent() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler ear = ear(lines);
        Logger.getLogger("audit").addHandler(ear);
        try {
            proxied.send(
                    "POST",
                    configuration("cold39", "ac-common/specialoccasion/4101000999?v=1.0"),
                    "",
                    "X-HTTP-Method-Override",
                    "DELETE");
            json(OCCASION.formatted("planted")).post(configuration("cold39", "ac-common/specialoccasion"));
        } finally {
            Logger.getLogger("audit").removeHandler(ear);
        }
        assertThat(lines)
                .containsExactly(
                        "caller=- account=cold39 verb=DELETE path=ac-common/specialoccasion/4101000999 outcome=404",
                        "caller=- account=cold39 verb=POST path=ac-common/specialoccasion outcome=200");
    }

    static Handler ear(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(
                        line instanceof org.jboss.logmanager.ExtLogRecord full
                                ? full.getFormattedMessage()
                                : line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void aCallerThatLeavesChangesNothingForOthers() {
        String list = configuration("cold16", "ac-common/specialoccasion");
        given().get(list).then().statusCode(200);
        vendor.let(Requests.WRITES).of("cold16").next(1).suffer(new Mishap.Slow(Duration.ofMillis(700)));
        try (SlowLeaver leaver = new SlowLeaver(RestAssured.port)) {
            leaver.post(list, OCCASION.formatted("Left behind"));
            Eventually.holds(() -> assertThat(writes("cold16")).hasSize(1));
        }
        Eventually.holds(() -> given().get(list).then().body("name", hasItem("Left behind")));
    }
}
