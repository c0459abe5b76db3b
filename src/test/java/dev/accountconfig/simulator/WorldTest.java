package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorldTest extends SimulatorTestCase {

    @Test
    void aHundredAccountsAreToldApartByTheirMarkers() {
        IntStream.range(0, 100).forEach(number -> simulator.world().host("acct" + number, "[acct" + number + "]"));

        var client = visitor.signedIn("acct77", "hours-proxy", "simulated");

        assertThat(client.get(OCCASIONS.replace("31415926", "acct77")).names())
                .hasSize(9)
                .allMatch(name -> name.startsWith("[acct77] "));
    }

    @Test
    void anObjectMayBePutWhateverTheRulesSay() {
        simulator.world().put(Kind.OCCASIONS, "{\"id\":5,\"name\":\"Odd\",\"events\":\"many\"}");

        var answer = visitor.signedIn().get(OCCASIONS + "/5");

        assertThat(answer.json().path("events").asText()).isEqualTo("many");
        assertThat(answer.revision()).isEqualTo("1205");
    }

    @Test
    void aWholeCollectionMayBeReplaced() {
        simulator.world().account().replaceAll(Kind.OCCASIONS, "[{\"id\":5,\"name\":\"Only\"}]");

        assertThat(visitor.signedIn().get(OCCASIONS).names()).containsExactly("Only");
    }

    @Test
    void whatAPlannerRenamesIsSeenWithTheNextRevision() {
        simulator.world().account().rename(Kind.OCCASIONS, 4101000110L, "Bank holidays");

        var list = visitor.signedIn().get(OCCASIONS);

        assertThat(list.names()).contains("Bank holidays").doesNotContain("UK public holidays");
        assertThat(list.revision()).isEqualTo("1205");
    }

    @Test
    void whatVanishesLeavesNoTrace() {
        simulator.world().account().vanish(Kind.OCCASIONS, 4101000110L);

        assertThat(visitor.signedIn().get(OCCASIONS + "/4101000110").status()).isEqualTo(404);
    }

    @Test
    void whatIsReadIsACopy() {
        simulator
                .world()
                .account()
                .item(Kind.OCCASIONS, 4101000110L)
                .orElseThrow()
                .put("name", "scribbled");

        assertThat(visitor.signedIn().get(OCCASIONS).names()).doesNotContain("scribbled");
    }

    @Test
    void anAccountThatIsClosedIsUnknown() {
        simulator.world().hostEmpty("27182818");
        simulator.world().close("27182818");

        assertThatThrownBy(() -> simulator.world().account("27182818")).hasMessage("no account 27182818");
        assertThat(visitor.login("27182818", "hours-proxy", "simulated").status())
                .isEqualTo(401);
    }

    @Test
    void aResetRestoresTheDefaultWorld() {
        simulator.world().account().rename(Kind.OCCASIONS, 4101000110L, "Bank holidays");
        simulator.habits().adopt(Quirk.LENIENT);
        simulator.reset();

        assertThat(visitor.signedIn().get(OCCASIONS).revision()).isEqualTo("1204");
        assertThat(simulator.habits().has(Quirk.LENIENT)).isFalse();
    }
}
