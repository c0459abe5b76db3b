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
        read("cold91", "occasions");
        management()
                .get("/admin/accounts/cold91/entries")
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
        read("cold92", "occasions");
        String told = management()
                .get("/admin/accounts/cold92")
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
        read("cold93", "occasions");
        read("cold93", "workdays");
        management().delete("/admin/accounts/cold93/entries/occasions").then().statusCode(204);
        management()
                .get("/admin/accounts/cold93/entries")
                .then()
                .body("entries.collection", equalTo(List.of("workdays")));
        management().delete("/admin/accounts/cold93/entries").then().statusCode(204);
        management().get("/admin/accounts/cold93/entries").then().body("entries", hasSize(0));
        given().get("/v1/accounts/cold93/occasions")
                .then()
                .statusCode(200)
                .header("Cache-Status", containsString("fwd=miss"));
    }

    @Test
    void aRefreshAsksAtOnceAndByRevision() {
        read("cold94", "occasions");
        long before = vendor.count(Service.OCCASIONS, "cold94");
        management()
                .post("/admin/accounts/cold94/entries/occasions/refresh")
                .then()
                .statusCode(200)
                .body("collection", equalTo("occasions"))
                .body("outcome", equalTo("not-modified"));
        assertThat(vendor.count(Service.OCCASIONS, "cold94")).isEqualTo(before + 1);
    }

    @Test
    @MayWarn("cold95 cannot be refreshed")
    void aRefreshTellsInWordsThatItFailedAndEndsAHoldDownWhenItDoesNot() {
        read("cold95", "occasions");
        vendor.let(Requests.OCCASIONS).of("cold95").next(1).suffer(new Mishap.Fail(500, Mishap.Body.EMPTY));
        management()
                .post("/admin/accounts/cold95/entries/occasions/refresh")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("failed"))
                .body("detail", containsString("LivePerson answered 500"));
        management()
                .get("/admin/accounts/cold95/entries")
                .then()
                .body("entries[0].heldFor", greaterThan(0))
                .body("entries[0].lastFailure", containsString("500"));
        management()
                .post("/admin/accounts/cold95/entries/occasions/refresh")
                .then()
                .body("outcome", not(equalTo("failed")));
        management().get("/admin/accounts/cold95/entries").then().body("entries[0].heldFor", equalTo(0));
    }

    @Test
    void whatIsDoneIsALineOfTheAudit() {
        try (HeardLines audit = new HeardLines("audit")) {
            management().delete("/admin/accounts/cold96/entries/skills").then().statusCode(204);
            assertThat(audit.texts()).contains("caller=- account=cold96 verb=purge collection=skills outcome=done");
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
        assertThat(listed).hasSize(SimulatedVendor.SERVED).isSorted().doesNotHaveDuplicates();
        management()
                .get("/admin/accounts?after=cold78")
                .then()
                .body("accounts.accountId.take(2)", equalTo(List.of("cold79", "cold80")));
        management()
                .get("/admin/accounts?account=cold97")
                .then()
                .body("accounts.accountId", equalTo(List.of("cold97")));
    }

    @Test
    void whatIsNotThereIsAProblem() {
        isProblem(management().get("/admin/accounts/27182818"), "unknown-account");
        isProblem(management().get("/admin/nothing"), "no-such-resource");
        isProblem(management().delete("/admin/accounts/cold98/entries/nothing"), "no-such-resource");
        isProblem(management().post("/admin/accounts/cold98/entries/documents/refresh"), "no-such-resource");
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
