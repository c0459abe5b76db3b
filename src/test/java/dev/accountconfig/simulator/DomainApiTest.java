package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainApiTest extends SimulatorTestCase {

    @Test
    void allServicesAreListedWithoutASignIn() {
        var answer = visitor.get(ACCOUNT + "/service/baseURI.json?version=1.0");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("baseURIs").findValuesAsText("service"))
                .containsExactly(
                        "accountConfigReadOnly", "accountConfigReadWrite", "agentVep", "sentinel", "shiftstatus");
        assertThat(answer.json().path("baseURIs").findValuesAsText("account")).containsOnly("31415926");
    }

    @Test
    void aDomainIsABareHostWithoutScheme() {
        var answer = visitor.get(ACCOUNT + "/service/baseURI.json?version=1.0");

        assertThat(answer.json().findValuesAsText("baseURI")).containsOnly("localhost:" + simulator.port());
    }

    @Test
    void oneServiceIsAnsweredFlat() {
        var answer = visitor.get(ACCOUNT + "/service/accountConfigReadOnly/baseURI.json?version=1.0");

        assertThat(answer.body())
                .isEqualTo("{\"service\":\"accountConfigReadOnly\",\"account\":\"31415926\",\"baseURI\":\""
                        + simulator.host() + "\"}");
    }

    @Test
    void oneServiceMayBeAnsweredAsAListOfOne() {
        simulator.habits().adopt(Quirk.ONE_DOMAIN_AS_LIST);

        var answer = visitor.get(ACCOUNT + "/service/agentVep/baseURI.json?version=1.0");

        assertThat(answer.json().path("baseURIs").findValuesAsText("service")).containsExactly("agentVep");
    }

    @Test
    void theFormerPathStillWorks() {
        assertThat(visitor.get("/csdr/account/31415926/service/baseURI.json?version=1.0")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void serviceNamesAreCaseSensitive() {
        assertThat(visitor.get(ACCOUNT + "/service/agentvep/baseURI.json").status())
                .isEqualTo(400);
    }

    @Test
    void anUnknownAccountIsABadRequest() {
        var answer = visitor.get("/api/account/999/service/baseURI.json?version=1.0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isEqualTo("Invalid Account id: 999");
    }

    @Test
    void anUnknownAccountMayBeUnauthorized() {
        simulator.habits().adopt(Quirk.UNKNOWN_ACCOUNT_UNAUTHORIZED);

        assertThat(visitor.get("/api/account/999/service/baseURI.json").status())
                .isEqualTo(401);
    }

    @Test
    void anUnknownAccountMayHaveNoDomains() {
        simulator.habits().adopt(Quirk.UNKNOWN_ACCOUNT_EMPTY);

        var answer = visitor.get("/api/account/999/service/baseURI.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"baseURIs\":[]}");
    }

    @Test
    void anUnknownAccountMayBeNotFound() {
        simulator.habits().adopt(Quirk.UNKNOWN_ACCOUNT_NOT_FOUND);

        assertThat(visitor.get("/api/account/999/service/baseURI.json").status())
                .isEqualTo(404);
    }
}
