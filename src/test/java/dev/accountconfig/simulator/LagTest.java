package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static dev.accountconfig.simulator.Visitor.WORKDAYS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A read-only side that is one change behind. */
class LagTest extends SimulatorTestCase {
    private static final long ID = 4101000110L;

    private Visitor client;

    @BeforeEach
    void signIn() {
        client = visitor.signedIn();
    }

    private void lag() {
        visitor.put("/_simulator/addresses/accountConfigReadOnly", "{\"host\":\"" + simulator.host() + "\"}");
        visitor.put("/_simulator/habits", "{\"quirks\":[\"READ_ONLY_LAGS\"]}");
    }

    private void rename(String name) {
        simulator.world().account().rename(Kind.OCCASIONS, ID, name);
    }

    @Test
    void whatIsReadThereIsAsItWasBeforeTheLastChange() {
        lag();
        rename("first");
        rename("second");

        assertThat(client.get(OCCASIONS).names()).contains("first").doesNotContain("second");
        assertThat(client.get(OCCASIONS).revision()).isEqualTo("1205");
        assertThat(client.get(WORKDAYS).revision()).isEqualTo("1205");
        assertThat(client.ifMatch("1205").get(OCCASIONS).status()).isEqualTo(304);
    }

    @Test
    void elsewhereNothingLags() {
        lag();
        simulator.world().at("accountConfigReadOnly", "127.0.0.1:1");
        rename("first");

        assertThat(client.get(OCCASIONS).names()).contains("first");
    }

    @Test
    void ofATypeThatCountsForItselfOnlyTheChangedOneIsBehind() {
        lag();
        simulator.habits().adopt(Quirk.REVISION_PER_TYPE);
        rename("first");
        rename("second");

        assertThat(client.get(OCCASIONS).revision()).isEqualTo("1205");
        assertThat(client.get(WORKDAYS).revision()).isEqualTo("1204");
    }

    @Test
    void itCatchesUpWhenTheQuirkIsDropped() {
        lag();
        rename("first");
        simulator.habits().drop(Quirk.READ_ONLY_LAGS);

        assertThat(client.get(OCCASIONS).names()).contains("first");
    }

    @Test
    void whatIsWrittenThereIsWrittenAtOnce() {
        lag();
        rename("first");

        assertThat(client.ifMatch("1205").delete(OCCASIONS + "/" + ID).status()).isEqualTo(200);
        assertThat(client.get(OCCASIONS).names()).contains("first");
    }
}
