package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.LivePersonClient.Answer;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that knows nothing but LivePerson's documentation goes its whole way here, from its first look-up to its logout. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class FaceFlowTest {
    private static final String ACCOUNT = "/api/account/cold39";
    private static final String LOGIN = ACCOUNT + "/login?v=1.3";

    Simulator vendor;

    @Test
    void theDocumentedWayIsGoneStepByStep() {
        LivePersonClient client = new LivePersonClient("localhost:" + RestAssured.port);
        String vep = client.get(ACCOUNT + "/service/agentVep/baseURI.json?version=1.0")
                .json()
                .path("baseURI")
                .asText();
        JsonNode login = new LivePersonClient(vep)
                .send("POST", LOGIN, "{\"username\":\"planner\",\"password\":\"of the caller\"}")
                .json();
        String bearer = login.path("bearer").asText();
        assertThat(bearer).matches("[0-9a-f]{64}");
        assertThat(login.path("sessionTTl").asText()).isEqualTo("28800000");

        LivePersonClient writing = new LivePersonClient(service(login, "accountConfigReadWrite")).bearing(bearer);
        LivePersonClient reading = new LivePersonClient(service(login, "accountConfigReadOnly")).bearing(bearer);
        String list = ACCOUNT + "/configuration/ac-common/specialoccasion";
        long id = writing.send(
                        "POST",
                        list + "?v=1.0",
                        "{\"name\":\"Flow\",\"description\":\"\",\"isDefault\":false,\"events\":[]}")
                .json()
                .path("id")
                .asLong();
        Answer listed = reading.get(list + "?v=1.0");
        assertThat(listed.json().findValuesAsText("name")).contains("Flow");
        Answer one = reading.get(list + "/" + id + "?v=1.0");
        assertThat(one.json().path("name").asText()).isEqualTo("Flow");

        String changed = "[" + one.body().replace("Flow", "Flown") + "]";
        Answer updated = writing.send("PUT", list + "?v=1.0", changed, "If-Match", one.revision());
        assertThat(updated.status()).isEqualTo(200);
        assertThat(writing.send("PUT", list + "?v=1.0", changed, "If-Match", one.revision())
                        .status())
                .isEqualTo(409);
        assertThat(reading.get(list + "/" + id).json().path("name").asText()).isEqualTo("Flown");
        assertThat(writing.send("DELETE", list + "/" + id, "", "If-Match", updated.revision())
                        .status())
                .isEqualTo(200);
        assertThat(reading.get(list).json().findValuesAsText("name")).doesNotContain("Flown");

        String csrf = "{\"csrf\":\"" + login.path("csrf").asText() + "\"}";
        for (String step : List.of("/refresh?v=1.3", "/logout")) {
            Answer done = new LivePersonClient(vep).send("POST", ACCOUNT + step, csrf);
            assertThat(done.status()).isEqualTo(200);
            assertThat(done.body()).isEmpty();
        }
    }

    private static String service(JsonNode login, String name) {
        for (JsonNode each : login.path("csdsCollectionResponse").path("baseURIs")) {
            if (each.path("service").asText().equals(name)) {
                return each.path("baseURI").asText();
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void aLoginHasTheVendorsShapeAndLeadsBackHere() {
        given().contentType("application/json;charset=UTF-8")
                .body("{\"username\":\"planner\",\"password\":\"x\"}")
                .post(LOGIN)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .header("Set-Cookie", nullValue())
                .body("csrf", not(blankOrNullString()))
                .body("config.loginName", equalTo("planner"))
                .body("config.userId", equalTo("0"))
                .body("config.isAdmin", equalTo(false))
                .body("accountData.agentGroupsData.items", equalTo(List.of()))
                .body("csdsCollectionResponse.baseURIs.service", hasItems("agentVep", "accountConfigReadWrite"))
                .body("csdsCollectionResponse.baseURIs.account", everyItem(equalTo("cold39")))
                .body("csdsCollectionResponse.baseURIs.baseURI", everyItem(equalTo("localhost:" + RestAssured.port)));
    }

    @Test
    void noTwoLoginsGetTheSameBearer() {
        assertThat(List.of(bearer(), bearer(), bearer())).doesNotHaveDuplicates();
    }

    private static String bearer() {
        return given().body("{\"username\":\"a\",\"password\":\"b\"}")
                .post(LOGIN)
                .then()
                .extract()
                .path("bearer");
    }

    @Test
    void anApplicationSignsInWithItsKeyAndSecret() {
        given().contentType("application/json")
                .body("{\"username\":\"bot\",\"appKey\":\"k\",\"secret\":\"s\","
                        + "\"accessToken\":\"dummy\",\"accessTokenSecret\":\"dummy\"}")
                .post(LOGIN)
                .then()
                .statusCode(200)
                .body("config.loginName", equalTo("bot"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{}",
                "{\"username\":\"a\"}",
                "{\"username\":\"a\",\"password\":\"\"}",
                "{\"username\":1,\"password\":2}",
                "{\"assertion\":\"x\",\"jwt\":\"dummy\"}"
            })
    void aLoginWithoutCredentialsIsRefusedInTheVendorsShape(String body) {
        given().contentType("application/json")
                .body(body)
                .post(LOGIN)
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("internalCode", equalTo(5))
                .body("message", containsString("username"));
    }

    @Test
    void anAccountThatIsNotServedCannotBeSignedInTo() {
        for (String step : List.of("login", "refresh", "logout")) {
            given().contentType("application/json")
                    .body("{\"username\":\"a\",\"password\":\"b\",\"csrf\":\"c\"}")
                    .post("/api/account/27182818/" + step)
                    .then()
                    .statusCode(401)
                    .contentType("application/json")
                    .body("internalCode", equalTo(6));
        }
        given().get(LOGIN).then().statusCode(405).header("Allow", containsString("POST"));
    }

    @Test
    void whatIsSentToSignInIsNeitherPassedOnNorLogged() {
        String secret = "Planted" + System.identityHashCode(this);
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler ear = PassedOnTest.ear(lines);
        ear.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.addHandler(ear);
        vendor.forgetRequests();
        try {
            String body =
                    "{\"username\":\"" + secret + "u\",\"password\":\"" + secret + "p\",\"csrf\":\"" + secret + "\"}";
            for (String step : List.of("login?v=1.3&x=" + secret, "refresh", "logout", "login/" + secret)) {
                given().contentType("application/json").body(body).post(ACCOUNT + "/" + step);
            }
            given().contentType("application/json")
                    .body("{\"password\":\"" + secret)
                    .post(LOGIN);
        } finally {
            root.removeHandler(ear);
        }
        assertThat(lines).noneMatch(line -> line.contains(secret));
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void aRefreshWithoutABodyIsAnsweredToo() {
        given().post(ACCOUNT + "/refresh").then().statusCode(200).body(emptyString());
    }
}
