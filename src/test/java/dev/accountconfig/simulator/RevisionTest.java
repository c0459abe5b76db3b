package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static dev.accountconfig.simulator.Visitor.SKILLS;
import static dev.accountconfig.simulator.Visitor.WORKDAYS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest extends SimulatorTestCase {

    private Visitor client;

    @BeforeEach
    void signIn() {
        client = visitor.signedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {OCCASIONS, WORKDAYS, SKILLS, OCCASIONS + "/4101000110"})
    void everyAnswerTellsTheRevision(String path) {
        assertThat(client.get(path).revision()).isEqualTo("1204");
    }

    @ParameterizedTest
    @ValueSource(strings = {OCCASIONS, WORKDAYS, SKILLS, OCCASIONS + "/4101000110"})
    void aReadWithTheCurrentRevisionIsNotModified(String path) {
        var answer = client.ifMatch("1204").get(path);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.revision()).isEqualTo("1204");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1203", "1205", "*", "\"1204\"", "x"})
    void aReadWithAnyOtherRevisionIsAnsweredInFull(String revision) {
        var answer = client.ifMatch(revision).get(OCCASIONS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasSize(9);
    }

    @Test
    void anObjectThatIsNotThereIsNeverNotModified() {
        assertThat(client.ifMatch("1204").get(OCCASIONS + "/1").status()).isEqualTo(404);
    }

    @Test
    void oneCounterServesTheWholeAccount() {
        simulator.world().account().rename(Kind.OCCASIONS, 4101000110L, "Bank holidays");

        assertThat(client.get(WORKDAYS).revision()).isEqualTo("1205");
        assertThat(client.ifMatch("1204").get(WORKDAYS).status()).isEqualTo(200);
    }

    @Test
    void eachTypeMayHaveItsOwnCounter() {
        simulator.habits().adopt(Quirk.REVISION_PER_TYPE);
        simulator.world().account().rename(Kind.OCCASIONS, 4101000110L, "Bank holidays");

        assertThat(client.get(OCCASIONS).revision()).isEqualTo("1205");
        assertThat(client.ifMatch("1204").get(WORKDAYS).status()).isEqualTo(304);
    }

    @Test
    void aNotModifiedMayKeepTheRevisionToItself() {
        simulator.habits().adopt(Quirk.NOT_MODIFIED_WITHOUT_REVISION);

        var answer = client.ifMatch("1204").get(OCCASIONS);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.revision()).isEqualTo("(none)");
    }

    @Test
    void readsOfHoursMayBeUnconditional() {
        simulator.habits().adopt(Quirk.READS_UNCONDITIONAL);

        assertThat(client.ifMatch("1204").get(OCCASIONS).status()).isEqualTo(200);
        assertThat(client.ifMatch("1204").get(SKILLS).status()).isEqualTo(304);
    }

    @Test
    void whatChangesElsewhereInTheAccountRaisesTheRevisionToo() {
        simulator.world().account().touch();

        var answer = client.ifMatch("1204").get(OCCASIONS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.revision()).isEqualTo("1205");
    }

    @Test
    void accountsCountForThemselves() {
        simulator.world().host("27182818", "").rename(Kind.OCCASIONS, 4101000110L, "Elsewhere");

        assertThat(client.get(OCCASIONS).revision()).isEqualTo("1204");
    }
}
