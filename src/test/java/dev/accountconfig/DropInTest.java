package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.simulator.Kind;
import dev.accountconfig.simulator.Privilege;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An unchanged client cannot tell the service from the vendor: what it is answered is what the vendor itself answers. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DropInTest {
    private static final String ACCOUNT = "cold09";
    private static final String CONFIGURATION = "/api/account/" + ACCOUNT + "/configuration";

    Simulator vendor;

    @Inject
    MovableTime time;

    private boolean furnished;
    private LivePersonClient direct;
    private LivePersonClient proxied;

    /** A world with fields that nobody knows, and things other than hours. */
    @BeforeEach
    void furnish() {
        if (furnished) {
            return;
        }
        furnished = true;
        vendor.world().account(ACCOUNT).edit(Kind.OCCASIONS, 4_101_000_110L, item -> {
            item.put("dateUpdated", "2026-07-03 15:30:00").put("weight", 1.25).put("serial", 9_007_199_254_740_993L);
            item.withArray("/tags").add("a").add(1).addNull();
        });
        vendor.world().account(ACCOUNT).document("le-users/users", "[{\"id\":1,\"name\":\"Zoë\"},{\"id\":2}]");
        vendor.world().account(ACCOUNT).document("ac-common/agent_surveys/7", "{\"id\": 7,\r\n \"x\": 1.50}");
        vendor.user("planner", "simulated", Privilege.EVERYTHING);
        direct = new LivePersonClient(vendor.host()).signedIn(ACCOUNT, "planner");
        proxied = new LivePersonClient("localhost:" + RestAssured.port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ac-common/specialoccasion",
                "/ac-common/specialoccasion/",
                "/ac-common/specialoccasion?v=1.0",
                "/ac-common/specialoccasion?v=1.0&select=$all",
                "/ac-common/specialoccasion?v=1.0&select=$summary",
                "/ac-common/specialoccasion?v=2&select=isDefault,name,nothing",
                "/ac-common/specialoccasion?v=1.0&select=id,events(meta(name),start(dateTime))",
                "/ac-common/specialoccasion?v=1.0&include_deleted=true",
                "/ac-common/specialoccasion?v=1.0&include_deleted=true&select=$all",
                "/ac-common/specialoccasion?v=1.0&include_deleted=false",
                "/ac-common/specialoccasion?v=1.0&source=ccui&_=1783096200000&__d=81234&NC=true",
                "/ac-common/specialoccasion/4101000110?v=1.0",
                "/ac-common/specialoccasion/4101000110",
                "/ac-common/specialoccasion/4101000110?select=tags,weight,serial,dateUpdated",
                "/ac-common/specialoccasion/4101000110?select=$summary",
                "/ac-common/specialoccasion/4101000810?v=1.0",
                "/ac-common/specialoccasion/4101000999?v=1.0",
                "/ac-common/specialoccasion/none",
                "/ac-common/workinghours?v=1.0",
                "/ac-common/workinghours?v=1.0&select=$all",
                "/ac-common/workinghours/4102000310?v=1.0&select=name,events(recurrence)",
                "/ac-common/workinghours/4101000110?v=1.0",
                "/le-users/skills?v=2.0",
                "/le-users/skills?v=4.0&select=$all",
                "/le-users/skills?v=2.0&select=id,name,deleted,workingHoursId,specialOccasionId",
                "/le-users/skills?v=2.0&include_deleted=true",
                "/le-users/skills/4103000210?v=2.0",
                "/le-users/skills/4103000999?v=2.0",
                "/le-users/users?v=6.0&select=$all",
                "/le-users/users",
                "/ac-common/agent_surveys/7?v=2.0",
                "/ac-common/agent_surveys/8?v=2.0",
                "/le-users/nothing/of/the/kind?a=b",
                "/ac-common/specialoccasion/1/2"
            })
    void whatTheServiceAnswersIsWhatTheVendorAnswers(String resource) {
        LivePersonClient.Answer theirs = direct.get(CONFIGURATION + resource);
        LivePersonClient.Answer ours = proxied.get(CONFIGURATION + resource);
        assertThat(ours.status()).isEqualTo(theirs.status());
        assertThat(ours.json()).isEqualTo(theirs.json());
        assertThat(ours.revision()).isEqualTo(theirs.revision());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ac-common/specialoccasion?v=1.0",
                "/ac-common/specialoccasion?v=1.0&include_deleted=true",
                "/ac-common/workinghours/4102000110?v=1.0&select=name",
                "/le-users/skills?v=2.0&select=$all",
                "/le-users/users?v=6.0",
                "/ac-common/specialoccasion/4101000999"
            })
    void onAReadTheCurrentRevisionMeansThatNothingNeedBeSent(String resource) {
        String current = direct.get(CONFIGURATION + "/ac-common/workinghours").revision();
        for (String revision : List.of(current, "1", "-1", "*", "\"" + current + "\"", "x")) {
            LivePersonClient.Answer theirs = direct.getUnlessAt(revision, CONFIGURATION + resource);
            LivePersonClient.Answer ours = proxied.getUnlessAt(revision, CONFIGURATION + resource);
            assertThat(ours.status()).as(revision).isEqualTo(theirs.status());
            assertThat(ours.revision()).as(revision).isEqualTo(theirs.revision());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ac-common/specialoccasion?v=one",
                "/ac-common/specialoccasion?v=1.0&select=id,,name",
                "/ac-common/workinghours/4102000110?select=name(",
                "/le-users/skills?v=-1",
                "/le-users/users?v=latest"
            })
    void nonsenseIsRefusedInTheVendorsShape(String resource) {
        LivePersonClient.Answer theirs = direct.get(CONFIGURATION + resource);
        LivePersonClient.Answer ours = proxied.get(CONFIGURATION + resource);
        assertThat(ours.status()).isEqualTo(theirs.status()).isEqualTo(400);
        JsonNode body = ours.json();
        assertThat(body.path("type")).isEqualTo(theirs.json().path("type"));
        assertThat(body.path("message").asText()).isNotBlank();
        assertThat(body.path("internalCode").isInt()).isTrue();
    }

    @Test
    void theSummaryHasTheVendorsFieldsInTheVendorsOrder() {
        assertThat(proxied.get(CONFIGURATION + "/ac-common/specialoccasion").body())
                .startsWith(
                        "[{\"id\":4101000110,\"name\":\"cold09 UK public holidays\",\"deleted\":false,\"isDefault\":true}");
        assertThat(proxied.get(CONFIGURATION + "/le-users/skills").body())
                .startsWith("[{\"id\":4103000110,\"deleted\":false,\"name\":\"cold09 Support UK\"}");
    }

    @Test
    void aDocumentIsPassedOnToTheByte() {
        String target = CONFIGURATION + "/ac-common/agent_surveys/7?v=2.0";
        assertThat(proxied.get(target).body()).isEqualTo(direct.get(target).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountConfigReadOnly", "accountConfigReadWrite", "agentVep", "shiftstatus"})
    void whereAServiceLivesIsToldInTheVendorsForm(String service) {
        for (String prefix : List.of("/api", "/csdr")) {
            String target = prefix + "/account/" + ACCOUNT + "/service/" + service + "/baseURI.json?version=1.0";
            String theirs = direct.get(target).body().replace(vendor.host(), "localhost:" + RestAssured.port);
            assertThat(proxied.get(target).body()).isEqualTo(theirs);
        }
    }

    @Test
    void aRevisionThatMovedIsToldOnceItIsKnown() {
        String target = "/api/account/cold14/configuration/ac-common/specialoccasion?v=1.0";
        String before = proxied.get(target).revision();
        vendor.world().account("cold14").rename(Kind.OCCASIONS, 4_101_001_110L, "Renamed");
        assertThat(proxied.getUnlessAt(before, target).status()).isEqualTo(304);
        time.pass(Duration.ofMinutes(11));
        LivePersonClient.Answer after = proxied.getUnlessAt(before, target);
        assertThat(after.status()).isEqualTo(200);
        assertThat(Long.parseLong(after.revision())).isEqualTo(Long.parseLong(before) + 1);
        assertThat(after.body()).contains("Renamed");
    }
}
