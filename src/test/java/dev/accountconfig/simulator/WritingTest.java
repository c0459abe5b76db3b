package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static dev.accountconfig.simulator.Visitor.SKILLS;
import static dev.accountconfig.simulator.Visitor.WORKDAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WritingTest extends SimulatorTestCase {

    private static final long HOLIDAYS = 4101000110L;
    private static final long NO_OCCASIONS = 4101001110L;

    private Visitor client;

    @BeforeEach
    void signIn() {
        client = visitor.signedIn();
    }

    private static ObjectNode occasion(String name) {
        ObjectNode occasion = Json.object()
                .put("name", name)
                .put("description", "made in a test")
                .put("isDefault", false);
        return occasion.set("events", Json.array());
    }

    private static ObjectNode update(long id, String name) {
        return occasion(name).put("id", id);
    }

    private static String array(ObjectNode... items) {
        return Json.array(List.of(items)).toString();
    }

    private ObjectNode stored(long id) {
        return simulator.world().account().item(Kind.OCCASIONS, id).orElseThrow();
    }

    @Test
    void aNewObjectIsAnsweredWithItsIdAndTheNextRevision() {
        var answer = client.post(OCCASIONS + "?v=1.0", occasion("Strike").toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.revision()).isEqualTo("1205");
        assertThat(answer.json().path("id").asLong()).isGreaterThan(4_101_001_110L);
        assertThat(client.get(OCCASIONS + "/" + answer.json().path("id")).json())
                .isEqualTo(answer.json());
    }

    @Test
    void anArrayOfNewObjectsIsAnsweredAsAnArrayAndRaisesTheRevisionOnce() {
        var answer = client.post(OCCASIONS, array(occasion("Strike"), occasion("Flood")));

        assertThat(answer.json()).hasSize(2);
        assertThat(answer.json().findValuesAsText("id")).doesNotHaveDuplicates();
        assertThat(answer.revision()).isEqualTo("1205");
    }

    @Test
    void aCreateMayAnswer201() {
        simulator.habits().adopt(Quirk.CREATED_IS_201);

        assertThat(client.post(OCCASIONS, occasion("Strike").toString()).status())
                .isEqualTo(201);
    }

    @Test
    void workdaysAreWrittenInTheSameWay() {
        ObjectNode night = (ObjectNode) Json.resource("workdays.json").get(2);

        var answer = client.post(WORKDAYS, night.put("name", "Night desk LA").toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(client.get(WORKDAYS).names()).contains("Night desk LA");
    }

    @Test
    void anUpdateOfAnArrayOfOneAnswersTheObject() {
        var answer = client.ifMatch("1204")
                .put(OCCASIONS + "?v=1.0", array(update(NO_OCCASIONS, "None").put("deleted", false)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.revision()).isEqualTo("1205");
        assertThat(answer.json()).isEqualTo(stored(NO_OCCASIONS));
        assertThat(answer.json().path("name").asText()).isEqualTo("None");
    }

    @Test
    void anUpdateOfAnArrayOfOneMayAnswerAnArray() {
        simulator.habits().adopt(Quirk.ARRAY_OF_ONE_GIVES_ARRAY);

        assertThat(client.put(OCCASIONS, array(update(NO_OCCASIONS, "None"))).json())
                .hasSize(1);
    }

    @Test
    void anUpdateOfSeveralAnswersSeveral() {
        var answer = client.put(OCCASIONS, array(update(NO_OCCASIONS, "None"), update(HOLIDAYS, "Holidays")));

        assertThat(answer.names()).containsExactly("None", "Holidays");
        assertThat(answer.revision()).isEqualTo("1205");
    }

    @Test
    void anUpdateMayBeASingleObject() {
        assertThat(client.put(OCCASIONS, update(NO_OCCASIONS, "None").toString())
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("None");
    }

    @Test
    void anUpdateReplacesTheWholeObject() {
        simulator.world().account().edit(Kind.OCCASIONS, HOLIDAYS, item -> item.put("owner", "WFM"));

        client.put(OCCASIONS, array(update(HOLIDAYS, "Holidays")));

        assertThat(stored(HOLIDAYS).has("owner")).isFalse();
        assertThat(stored(HOLIDAYS).path("events")).isEmpty();
    }

    @Test
    void anUpdateKeepsFieldsThatNobodyKnows() {
        client.put(OCCASIONS, array(update(HOLIDAYS, "Holidays").put("owner", "WFM")));

        assertThat(stored(HOLIDAYS).path("owner").asText()).isEqualTo("WFM");
    }

    @Test
    void anUpdateOfSomethingUnknownChangesNothing() {
        var answer = client.put(OCCASIONS, array(update(NO_OCCASIONS, "None"), update(1, "Nobody")));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(stored(NO_OCCASIONS).path("name").asText()).isEqualTo("No occasions");
    }

    @Test
    void anUpdateWithoutAnIdIsABadRequest() {
        assertThat(client.put(OCCASIONS, array(occasion("None"))).status()).isEqualTo(400);
    }

    @Test
    void anUpdateByIdIsNotPartOfTheContract() {
        assertThat(client.put(OCCASIONS + "/" + NO_OCCASIONS, occasion("None").toString())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void anUpdateMayBeTunnelledThroughPost() {
        var answer = client.with("X-HTTP-Method-Override", "PUT")
                .ifMatch("*")
                .post(OCCASIONS, array(update(NO_OCCASIONS, "None")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(stored(NO_OCCASIONS).path("name").asText()).isEqualTo("None");
    }

    @Test
    void aDeletedObjectStaysButIsNoLongerListed() {
        var answer = client.ifMatch("1204").delete(OCCASIONS + "/4101000310");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.revision()).isEqualTo("1205");
        assertThat(client.get(OCCASIONS).names()).doesNotContain("Summer shutdown and late opening");
        assertThat(stored(4101000310L).path("deleted").asBoolean()).isTrue();
    }

    @Test
    void severalAreDeletedByACommaList() {
        assertThat(client.delete(OCCASIONS + "/4101000310,4101000510").status()).isEqualTo(200);
        assertThat(client.get(OCCASIONS).json()).hasSize(7);
    }

    @Test
    void aDeleteMayBeTunnelledThroughPost() {
        client.with("X-HTTP-Method-Override", "DELETE").post(OCCASIONS + "/4101000310", "");

        assertThat(stored(4101000310L).path("deleted").asBoolean()).isTrue();
    }

    @Test
    void deletingTwiceFindsNoDataAndSaysWorkinghoursWhateverItWas() {
        client.delete(OCCASIONS + "/4101000310");

        var again = client.delete(OCCASIONS + "/4101000310");

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body())
                .isEqualTo("{\"type\":\"workinghours\",\"internalCode\":12,\"message\":\"No data found\"}");
    }

    @Test
    void aDeleteOfSeveralHappensAsAWholeOrNotAtAll() {
        assertThat(client.delete(OCCASIONS + "/4101000310,4101000810").status()).isEqualTo(404);
        assertThat(stored(4101000310L).path("deleted").asBoolean()).isFalse();
    }

    @Test
    void aDeleteOfNothingIsABadRequest() {
        assertThat(client.delete(OCCASIONS).status()).isEqualTo(400);
    }

    @Test
    void aDeletedDefaultIsNobodysDefault() {
        client.delete(OCCASIONS + "/" + HOLIDAYS);

        assertThat(stored(HOLIDAYS).path("isDefault").asBoolean()).isFalse();
    }

    @Test
    void aNewDefaultTakesTheFlagFromTheOldOne() {
        var answer = client.post(
                OCCASIONS, occasion("All year").put("isDefault", true).toString());

        assertThat(answer.json().path("isDefault").asBoolean()).isTrue();
        assertThat(stored(HOLIDAYS).path("isDefault").asBoolean()).isFalse();
    }

    @Test
    void anUpdateToDefaultTakesTheFlagAsWell() {
        client.put(OCCASIONS, array(update(NO_OCCASIONS, "None").put("isDefault", true)));

        assertThat(stored(HOLIDAYS).path("isDefault").asBoolean()).isFalse();
    }

    @Test
    void occasionsAndWorkdaysHaveADefaultEach() {
        client.put(OCCASIONS, array(update(NO_OCCASIONS, "None").put("isDefault", true)));

        assertThat(client.get(WORKDAYS).json().get(0).path("isDefault").asBoolean())
                .isTrue();
    }

    @Test
    void aStaleWriteIsAConflictAndChangesNothing() {
        var answer = client.ifMatch("1203").put(OCCASIONS, array(update(NO_OCCASIONS, "None")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"specialoccasion\",\"internalCode\":21,\"message\":\"Revision conflict\"}");
        assertThat(answer.revision()).isEqualTo("1204");
        assertThat(stored(NO_OCCASIONS).path("name").asText()).isEqualTo("No occasions");
    }

    @Test
    void aStaleWriteMayFailItsPrecondition() {
        simulator.habits().adopt(Quirk.STALE_IS_PRECONDITION_FAILED);

        assertThat(client.ifMatch("1203").delete(OCCASIONS + "/4101000310").status())
                .isEqualTo(412);
    }

    @Test
    void aWriteWithoutARevisionMayBeRefused() {
        simulator.habits().adopt(Quirk.MISSING_IF_MATCH_REFUSED);

        assertThat(client.put(OCCASIONS, array(update(NO_OCCASIONS, "None"))).status())
                .isEqualTo(400);
        assertThat(client.delete(OCCASIONS + "/4101000310").status()).isEqualTo(400);
        assertThat(client.ifMatch("*").delete(OCCASIONS + "/4101000310").status())
                .isEqualTo(200);
        assertThat(client.post(OCCASIONS, occasion("Strike").toString()).status())
                .isEqualTo(200);
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        assertThat(client.post(OCCASIONS, occasion("UK public holidays").toString())
                        .status())
                .isEqualTo(409);
        assertThat(client.put(OCCASIONS, array(update(HOLIDAYS, "Same"), update(NO_OCCASIONS, "Same")))
                        .status())
                .isEqualTo(409);
        assertThat(client.put(OCCASIONS, array(update(HOLIDAYS, "UK public holidays")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aNameThatIsTakenMayBeABadRequest() {
        simulator.habits().adopt(Quirk.DUPLICATE_NAME_IS_BAD_REQUEST);

        assertThat(client.post(OCCASIONS, occasion("UK public holidays").toString())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theNameOfADeletedObjectIsFreeUnlessItIsKept() {
        simulator.habits().adopt(Quirk.DELETED_NAMES_STAY_TAKEN);
        var kept = client.post(OCCASIONS, occasion("Jubilee 2022").toString());
        simulator.habits().drop(Quirk.DELETED_NAMES_STAY_TAKEN);
        var free = client.post(OCCASIONS, occasion("Jubilee 2022").toString());

        assertThat(kept.status()).isEqualTo(409);
        assertThat(free.status()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsNotReadableIsABadRequest() {
        assertThat(client.post(OCCASIONS, "{\"name\":").status()).isEqualTo(400);
        assertThat(client.post(OCCASIONS, "").status()).isEqualTo(400);
        assertThat(client.post(OCCASIONS, "[]").status()).isEqualTo(400);
        assertThat(client.post(OCCASIONS, "[1]").status()).isEqualTo(400);
    }

    @Test
    void aReaderMayNotWrite() {
        simulator.user("reader", "simulated", Privilege.READING);
        var reader = visitor.signedIn("31415926", "reader", "simulated");

        assertThat(reader.get(OCCASIONS).status()).isEqualTo(200);
        assertThat(reader.post(OCCASIONS, occasion("Strike").toString()).status())
                .isEqualTo(403);
    }

    @Test
    void aSkillIsPointedAtItsHoursById() {
        var skill =
                "{\"name\":\"Support UK\",\"deleted\":false,\"workingHoursId\":4102000210,\"specialOccasionId\":null}";

        var answer = client.ifMatch("1204").put(SKILLS + "/4103000110?v=2.0", skill);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.revision()).isEqualTo("1205");
        assertThat(client.get(SKILLS + "/4103000110")
                        .json()
                        .path("workingHoursId")
                        .asLong())
                .isEqualTo(4102000210L);
    }

    @Test
    void skillsAreUpdatedByAnArrayAsWell() {
        var answer = client.put(SKILLS, "[{\"id\":4103000110,\"name\":\"Support\",\"specialOccasionId\":4101001110}]");

        assertThat(answer.json().get(0).path("specialOccasionId").asLong()).isEqualTo(NO_OCCASIONS);
    }

    @Test
    void anUpdateOfASkillIsRefusedWhereItIsStaleUnknownOrNoNumber() {
        var skill = "{\"name\":\"Support UK\",\"workingHoursId\":4102000210}";

        assertThat(client.ifMatch("1").put(SKILLS + "/4103000110", skill).status())
                .isEqualTo(409);
        assertThat(client.put(SKILLS + "/4103999999", skill).status()).isEqualTo(404);
        assertThat(client.put(SKILLS + "/4103000110", "{\"name\":\"x\",\"workingHoursId\":\"soon\"}")
                        .status())
                .isEqualTo(400);
    }
}
