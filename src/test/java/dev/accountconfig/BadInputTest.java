package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nonsense is refused with a problem that says what is wrong, and never reaches the vendor. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class BadInputTest {
    Simulator vendor;

    @BeforeEach
    void forget() {
        vendor.forgetRequests();
    }

    @AfterEach
    void theVendorWasNotAsked() {
        assertThat(vendor.requests()).isEmpty();
    }

    /** Not by REST Assured, which tidies paths before it sends them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/accounts/cold34;x=1/occasions",
                "/v1/accounts/cold34%3Bx/occasions",
                "/v1/accounts/31%2f415926/occasions",
                "/v1/accounts/31%5C415926/occasions",
                "/v1/accounts/../occasions",
                "/v1/accounts/%2e%2E/occasions",
                "/v1//accounts/31415926/occasions",
                "/v1/accounts/./31415926/occasions",
                "/v1/accounts/cold34%00/occasions"
            })
    void aPathThatCouldBeReadInTwoWaysIsRefused(String path) {
        try (Crowd caller = new Crowd(RestAssured.port, 1)) {
            Crowd.Answered answer = caller.ask(path);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("problem:malformed-target", "encoded separator");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/accounts/123456789012345678901/occasions                          | {accountId} | 1 to 20 letters",
                "/v1/accounts/3141-5926/occasions                                      | {accountId} | 1 to 20 letters",
                "/v1/accounts/%C3%A9/occasions                                         | {accountId} | 1 to 20 letters",
                "/v1/accounts/cold34/occasions/abc                                   | {id}        | positive whole number",
                "/v1/accounts/cold34/occasions/-1                                    | {id}        | positive whole number",
                "/v1/accounts/cold34/occasions/99999999999999999999                  | {id}        | positive whole number",
                "/v1/accounts/cold34/occasions?from=2026-12-31&to=2026-12-01         | ?to         | later than from",
                "/v1/accounts/cold34/occasions?from=2026-12-31&to=2026-12-31         | ?to         | later than from",
                "/v1/accounts/cold34/occasions?from=tomorrow                         | ?from       | a date like",
                "/v1/accounts/cold34/occasions?to=2026-02-30                         | ?to         | a date like",
            })
    void aParameterThatIsNonsenseIsRefusedByName(String path, String pointer, String detail) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:accountconfig-proxy:problem:invalid-parameter"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @Test
    void aHostThatIsNoneIsAProblemAndNoErrorOfOurs() {
        given().header("Host", "evil.example/path")
                .get("/v1/accounts/cold34/occasions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("Host"));
    }

    @Test
    void anUnknownAccountIsToldApartWithoutAskingTheVendor() {
        given().get("/v1/accounts/27182818/occasions")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Control", equalTo("no-store"))
                .body("type", equalTo("urn:accountconfig-proxy:problem:unknown-account"))
                .body("detail", containsString("27182818"));
    }

    @Test
    void anAddressWithNothingBehindItIsAProblem() {
        given().get("/v2/anything")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:accountconfig-proxy:problem:no-such-resource"));
    }

    @Test
    void aMethodThatIsNotServedIsAProblemThatNamesThoseThatAre() {
        isNotFor("DELETE", "/v1/accounts/cold34/occasions", "GET, HEAD, OPTIONS, POST");
        isNotFor("PUT", "/v1/accounts/cold34/workdays", "GET, HEAD, OPTIONS, POST");
        isNotFor("POST", "/v1/accounts/cold34/occasions/4101000110", "GET, HEAD, OPTIONS, PUT, DELETE");
        isNotFor("PATCH", "/v1/accounts/cold34/workdays/4102000110", "GET, HEAD, OPTIONS, PUT, DELETE");
        isNotFor("POST", "/v1/accounts/cold34/skills", "GET, HEAD, OPTIONS");
        isNotFor("DELETE", "/v1/accounts/cold34/status", "GET, HEAD, OPTIONS");
    }

    @Test
    void whatMayBeDoneAtAnAddressIsToldToWhoAsks() {
        given().options("/v1/accounts/cold34/occasions")
                .then()
                .statusCode(200)
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
        given().options("/v1/accounts/cold34/workdays/4102000110")
                .then()
                .header("Allow", equalTo("GET, HEAD, OPTIONS, PUT, DELETE"));
    }

    private static void isNotFor(String method, String path, String allowed) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", equalTo(allowed));
    }

    @Test
    void anotherFormatThanJsonIsNotToBeHad() {
        given().accept("text/html")
                .get("/v1/accounts/cold34/occasions")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }
}
