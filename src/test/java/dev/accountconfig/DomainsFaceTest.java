package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a LivePerson client is told to go on: to the host that it asked. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class DomainsFaceTest {
    private static final String ALL = "/api/account/cold39/service/baseURI.json?version=1.0";

    @Test
    void everyServiceThatIsAnsweredHereLivesHere() {
        given().get(ALL)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(
                        "baseURIs.service",
                        contains("accountConfigReadOnly", "accountConfigReadWrite", "agentVep", "shiftstatus"))
                .body("baseURIs.account", everyItem(equalTo("cold39")))
                .body("baseURIs.baseURI", everyItem(equalTo("localhost:" + RestAssured.port)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hours.example.com", "hours.example.com:8443", "10.0.0.7", "[2001:db8::1]:8080", "localhost"})
    void theHostIsTheOneThatTheClientAddressed(String host) {
        given().header("Host", host).get(ALL).then().statusCode(200).body("baseURIs[0].baseURI", equalTo(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example/path",
                "a b",
                "user@evil.example",
                "evil.example?x",
                "-x",
                "h:port",
                "h:999999",
                "<x>"
            })
    void aHostThatIsNoneIsNotRepeated(String host) {
        given().header("Host", host)
                .get(ALL)
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("internalCode", equalTo(5));
    }

    @Test
    void anUnknownServiceOrAccountIsRefusedInTheVendorsShape() {
        given().get("/api/account/cold39/service/idp/baseURI.json")
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("message", containsString("{service}"));
        for (String prefix : new String[] {"/api", "/csdr"}) {
            given().get(prefix + "/account/27182818/service/agentVep/baseURI.json")
                    .then()
                    .statusCode(400)
                    .contentType("application/json")
                    .body("message", containsString("{accountId}"));
        }
    }

    @Test
    void theAnswerHasATagAndIsCheckedEachTime() {
        String tag = given().get(ALL)
                .then()
                .header("Cache-Control", equalTo("private, no-cache"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get(ALL).then().statusCode(304);
    }
}
