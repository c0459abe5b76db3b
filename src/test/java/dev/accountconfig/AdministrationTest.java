package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator sees and does on the management port, where callers are not told apart. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class AdministrationTest {
    Simulator vendor;

    @Test
    void anOperatorSeesHowTheEntriesOfAnAccountStand() {
        read("cold60", "occasions");
        management()
                .get("/admin/accounts/cold60/entries")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("entries", hasSize(1))
                .body("entries[0].collection", equalTo("occasions"))
                .body("entries[0].phase", equalTo("fresh"))
                .body("entries[0].age", lessThanOrEqualTo(5))
                .body("entries[0].revision", notNullValue())
                .body("entries[0].heldFor", equalTo(0))
                .body("entries[0].failures", equalTo(0));
    }

    @Test
    void andHowWeStandWithLivePersonWithoutASecret() {
        read("cold61", "occasions");
        String told = management()
                .get("/admin/accounts/cold61")
                .then()
                .statusCode(200)
                .body("livePerson.signIn.kind", equalTo("login"))
                .body("livePerson.signIn.since", notNullValue())
                .body("livePerson.breakers.accountConfigReadOnly", equalTo("closed"))
                .body("livePerson.addresses.agentVep", containsString("localhost"))
                .extract()
                .asString();
        assertThat(told).doesNotContain("simulated").doesNotContain("Bearer");
    }

    @Test
    void whatIsPurgedIsAskedForAgain() {
        read("cold62", "occasions");
        read("cold62", "workdays");
        management().delete("/admin/accounts/cold62/entries/occasions").then().statusCode(204);
        management()
                .get("/admin/accounts/cold62/entries")
                .then()
                .body("entries.collection", equalTo(List.of("workdays")));
        management().delete("/admin/accounts/cold62/entries").then().statusCode(204);
        management().get("/admin/accounts/cold62/entries").then().body("entries", hasSize(0));
        given().get("/v1/accounts/cold62/occasions")
                .then()
                .statusCode(200)
                .header("Cache-Status", containsString("fwd=miss"));
    }

    @Test
    void aRefreshAsksAtOnceAndByRevision() {
        read("cold63", "occasions");
        long before = vendor.count(Service.OCCASIONS, "cold63");
        management()
                .post("/admin/accounts/cold63/entries/occasions/refresh")
                .then()
                .statusCode(200)
                .body("collection", equalTo("occasions"))
                .body("outcome", equalTo("not-modified"));
        assertThat(vendor.count(Service.OCCASIONS, "cold63")).isEqualTo(before + 1);
    }

    @Test
    @MayWarn("cold64 cannot be refreshed")
    void aRefreshTellsInWordsThatItFailedAndEndsAHoldDownWhenItDoesNot() {
        read("cold64", "occasions");
        vendor.let(Requests.OCCASIONS).of("cold64").next(1).suffer(new Mishap.Fail(500, Mishap.Body.EMPTY));
        management()
                .post("/admin/accounts/cold64/entries/occasions/refresh")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("failed"))
                .body("detail", containsString("LivePerson answered 500"));
        management()
                .get("/admin/accounts/cold64/entries")
                .then()
                .body("entries[0].heldFor", greaterThan(0))
                .body("entries[0].lastFailure", containsString("500"));
        management()
                .post("/admin/accounts/cold64/entries/occasions/refresh")
                .then()
                .body("outcome", not(equalTo("failed")));
        management().get("/admin/accounts/cold64/entries").then().body("entries[0].heldFor", equalTo(0));
    }

    @Test
    void whatIsDoneIsALineOfTheAudit() {
        try (AuditLines audit = new AuditLines()) {
            management().delete("/admin/accounts/cold65/entries/skills").then().statusCode(204);
            assertThat(audit.texts()).contains("caller=- account=cold65 verb=purge collection=skills outcome=done");
        }
    }

    @Test
    void allAccountsAreListedAPageAtATime() {
        List<String> listed = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = management().get("/admin/accounts?after=" + after).jsonPath();
            listed.addAll(page.getList("accounts.accountId"));
            after = page.getString("next");
        }
        assertThat(listed).hasSize(81).isSorted().doesNotHaveDuplicates();
        management()
                .get("/admin/accounts?after=cold78")
                .then()
                .body("accounts.accountId", equalTo(List.of("cold79", "cold80")));
        management()
                .get("/admin/accounts?account=cold66")
                .then()
                .body("accounts.accountId", equalTo(List.of("cold66")));
    }

    @Test
    void whatIsNotThereIsAProblem() {
        isProblem(management().get("/admin/accounts/27182818"), "unknown-account");
        isProblem(management().get("/admin/nothing"), "no-such-resource");
        isProblem(management().delete("/admin/accounts/cold67/entries/nothing"), "no-such-resource");
        isProblem(management().post("/admin/accounts/cold67/entries/documents/refresh"), "no-such-resource");
    }

    private static void isProblem(io.restassured.response.Response answer, String type) {
        answer.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:accountconfig-proxy:problem:" + type));
    }

    private static void read(String account, String collection) {
        given().get("/v1/accounts/" + account + "/" + collection).then().statusCode(200);
    }

    private static RequestSpecification management() {
        return given().port(Metrics.managementPort());
    }
}
