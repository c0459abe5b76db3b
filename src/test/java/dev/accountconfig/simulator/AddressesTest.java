package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Services that live at addresses of their own. */
class AddressesTest extends SimulatorTestCase {

    private static final String ADDRESSES = "/_simulator/addresses/";

    private Map<String, String> told() {
        return addresses(visitor.get(ACCOUNT + "/service/baseURI.json").json());
    }

    private static Map<String, String> addresses(JsonNode list) {
        var addresses = new TreeMap<String, String>();
        list.path("baseURIs")
                .forEach(entry -> addresses.put(
                        entry.path("service").asText(), entry.path("baseURI").asText()));
        return addresses;
    }

    @Test
    void aServiceMayLiveElsewhereForEveryAccount() {
        simulator.world().host("27182818", "");

        simulator.world().at("agentVep", "localhost:1234");
        simulator.world().at("accountConfigReadOnly", "localhost:1235");

        assertThat(told())
                .containsEntry("agentVep", "localhost:1234")
                .containsEntry("accountConfigReadOnly", "localhost:1235")
                .containsEntry("accountConfigReadWrite", simulator.host());
        assertThat(visitor.get("/api/account/27182818/service/agentVep/baseURI.json")
                        .json()
                        .path("baseURI")
                        .asText())
                .isEqualTo("localhost:1234");
    }

    @Test
    void aLoginAnswerRepeatsTheAddresses() {
        simulator.world().at("accountConfigReadOnly", "localhost:1235");

        assertThat(addresses(visitor.login().json().path("csdsCollectionResponse")))
                .isEqualTo(told())
                .containsEntry("accountConfigReadOnly", "localhost:1235");
    }

    @Test
    void aResetBringsEveryServiceHome() {
        simulator.world().at("agentVep", "localhost:1234");

        simulator.reset();

        assertThat(told().values()).containsOnly(simulator.host());
    }

    @Test
    void anAddressOfNoServiceIsASlipOfThePen() {
        assertThatThrownBy(() -> simulator.world().at("agentvep", "localhost:1234"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no service agentvep");
    }

    @Test
    void addressesAreSetAndTakenBackOnTheControlPath() {
        assertThat(visitor.put(ADDRESSES + "agentVep", "{\"host\":\"localhost:1234\"}")
                        .status())
                .isEqualTo(204);
        assertThat(told()).containsEntry("agentVep", "localhost:1234");

        assertThat(visitor.delete(ADDRESSES + "agentVep").status()).isEqualTo(204);
        assertThat(told()).containsEntry("agentVep", simulator.host());
    }

    @Test
    void aBadAddressIsRefusedByTheFieldAtFault() {
        var nowhere = visitor.put(ADDRESSES + "agentvep", "{\"host\":\"localhost:1234\"}");
        var hostless = visitor.put(ADDRESSES + "agentVep", "{}");

        assertThat(nowhere.status()).isEqualTo(400);
        assertThat(nowhere.json().path("field").asText()).isEqualTo("service");
        assertThat(hostless.json().path("field").asText()).isEqualTo("host");
    }
}
