package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor takes one account for another. */
class WrongAccountTest extends SimulatorTestCase {

    private static final String OTHER = "27182818";
    private static final Mishap MISTAKEN = new Mishap.WrongAccount(OTHER);

    @BeforeEach
    void hostTheOther() {
        simulator.world().host(OTHER, "other");
    }

    @Test
    void theDomainApiNamesTheOtherAccount() {
        simulator.let(Requests.DOMAINS).of("31415926").suffer(MISTAKEN);

        assertThat(visitor.get(ACCOUNT + "/service/baseURI.json").json().findValuesAsText("account"))
                .hasSize(5)
                .containsOnly(OTHER);
        assertThat(visitor.get(ACCOUNT + "/service/agentVep/baseURI.json")
                        .json()
                        .path("account")
                        .asText())
                .isEqualTo(OTHER);
    }

    @Test
    void aLoginSignsInToTheOtherAccountAndNamesItBesideEveryDomain() {
        simulator.let(Requests.LOGIN).next(1).suffer(MISTAKEN);

        var login = visitor.login();

        assertThat(login.json().path("csdsCollectionResponse").findValuesAsText("account"))
                .hasSize(5)
                .containsOnly(OTHER);
        var bearing = visitor.bearing(login.json().path("bearer").asText());
        assertThat(bearing.get(OCCASIONS).status()).isEqualTo(401);
        assertThat(bearing.get(OCCASIONS.replace("31415926", OTHER)).status()).isEqualTo(200);
    }

    @Test
    void aReadCarriesTheObjectsOfTheOtherAccountAndNothingTellsThem() {
        var client = visitor.signedIn();
        simulator.let(Requests.READS).next(1).suffer(MISTAKEN);

        var answer = client.get(OCCASIONS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.names()).hasSize(9).allMatch(name -> name.startsWith("other "));
        assertThat(answer.body()).doesNotContain(OTHER);
        assertThat(answer.response().headers().map().toString()).doesNotContain(OTHER);
        assertThat(client.get(OCCASIONS).names()).noneMatch(name -> name.startsWith("other "));
    }

    @Test
    void aReadThatNamesARevisionIsComparedWithThatOfTheOtherAccount() {
        var client = visitor.signedIn().ifMatch("1204");
        simulator.let(Requests.READS).suffer(MISTAKEN);
        assertThat(client.get(OCCASIONS).status()).isEqualTo(304);

        simulator.world().account(OTHER).touch();

        assertThat(client.get(OCCASIONS).names()).allMatch(name -> name.startsWith("other "));
        assertThat(client.get(OCCASIONS).revision()).isEqualTo("1205");
    }

    @Test
    void aReadByTheBearerOfTheOtherAccountIsTakenForOneOfThatAccount() {
        simulator.let(Requests.ANY).suffer(MISTAKEN);

        assertThat(visitor.signedIn().get(OCCASIONS).names()).allMatch(name -> name.startsWith("other "));
    }

    @Test
    void aReaderWithoutABearerIsStillUnauthorized() {
        simulator.let(Requests.READS).suffer(MISTAKEN);

        assertThat(visitor.get(OCCASIONS).status()).isEqualTo(401);
    }

    @Test
    void anAccountThatIsNotHostedIsUnknownAsEver() {
        simulator.let(Requests.ANY).suffer(new Mishap.WrongAccount("999"));

        assertThat(visitor.get(ACCOUNT + "/service/baseURI.json").status()).isEqualTo(400);
        assertThat(visitor.login().status()).isEqualTo(401);
    }
}
