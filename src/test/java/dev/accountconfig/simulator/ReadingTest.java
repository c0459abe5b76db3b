package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static dev.accountconfig.simulator.Visitor.SKILLS;
import static dev.accountconfig.simulator.Visitor.WORKDAYS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest extends SimulatorTestCase {

    private static final String DELETED = "/4101000810";

    private Visitor client;

    @BeforeEach
    void signIn() {
        client = visitor.signedIn();
    }

    @Test
    void theListAnswersSummariesUnlessAllIsSelected() {
        var list = client.get(OCCASIONS + "?v=1.0");

        assertThat(list.json()).hasSize(9);
        assertThat(list.json().get(0))
                .hasToString(
                        "{\"id\":4101000110,\"name\":\"UK public holidays\",\"deleted\":false,\"isDefault\":true}");
        assertThat(client.get(OCCASIONS + "?select=$all").json().get(0).path("events"))
                .hasSize(5);
    }

    @Test
    void allAnswersTheObjectsAsTheyWereWritten() {
        assertThat(client.get(WORKDAYS + "?v=1.0&select=$all").json()).isEqualTo(Json.resource("workdays.json"));
    }

    @Test
    void summaryMayBeAskedForByName() {
        assertThat(client.get(OCCASIONS + "?select=$summary").body())
                .isEqualTo(client.get(OCCASIONS).body());
    }

    @Test
    void skillsAreListedByIdDeletedAndName() {
        assertThat(client.get(SKILLS + "?v=2.0").json().get(0))
                .hasToString("{\"id\":4103000110,\"deleted\":false,\"name\":\"Support UK\"}");
    }

    @Test
    void selectedFieldsOnlyAreAnswered() {
        var skills = client.get(SKILLS + "?v=2.0&select=id,name,deleted,workingHoursId,specialOccasionId");

        assertThat(skills.json()).isEqualTo(Json.resource("skills.json"));
    }

    @Test
    void aSelectedFieldThatDoesNotExistIsJustAbsent() {
        assertThat(client.get(OCCASIONS + "?select=id,colour").json().get(0)).hasToString("{\"id\":4101000110}");
    }

    @Test
    void aSelectionMayBeNested() {
        assertThat(client.get(OCCASIONS + "/4101000710?select=events(meta(name))")
                        .body())
                .isEqualTo("{\"events\":[{\"meta\":{\"name\":\"Platform freeze (Tokyo date)\"}}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "id,", "id,,name", "events(", "events(meta", "id)", "a%20b", "$every"})
    void aMalformedSelectIsABadRequest(String select) {
        var answer = client.get(OCCASIONS + "?select=" + select);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("type", "internalCode", "message");
    }

    @Test
    void oneObjectIsAnsweredInFull() {
        var answer = client.get(OCCASIONS + "/4101000110?v=1.0");

        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactly("id", "deleted", "name", "description", "isDefault", "events");
        assertThat(answer.json().path("events")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/4101000999", "/none", "/4101000110,4101000310"})
    void anUnknownIdIsNotFound(String id) {
        assertThat(client.get(OCCASIONS + id).status()).isEqualTo(404);
    }

    @Test
    void deletedObjectsAreListedOnlyOnRequest() {
        assertThat(client.get(OCCASIONS).names()).doesNotContain("Jubilee 2022");
        assertThat(client.get(OCCASIONS + "?include_deleted=true").names())
                .hasSize(10)
                .contains("Jubilee 2022");
    }

    @Test
    void deletedObjectsMayNeverBeListed() {
        simulator.habits().adopt(Quirk.DELETED_NEVER_LISTED);

        assertThat(client.get(OCCASIONS + "?include_deleted=true").names()).doesNotContain("Jubilee 2022");
    }

    @Test
    void aDeletedObjectIsAnsweredById() {
        assertThat(client.get(OCCASIONS + DELETED).json().path("deleted").asBoolean())
                .isTrue();
    }

    @Test
    void aDeletedObjectMayBeHiddenById() {
        simulator.habits().adopt(Quirk.DELETED_HIDDEN_BY_ID);

        assertThat(client.get(OCCASIONS + DELETED).status()).isEqualTo(404);
        assertThat(client.get(OCCASIONS + DELETED + "?include_deleted=true").status())
                .isEqualTo(200);
    }

    @Test
    void parametersOfTheUserInterfaceAreIgnored() {
        assertThat(client.get(OCCASIONS + "?_=1783083600000&__d=77&source=ccui&NC=true&return=active")
                        .body())
                .isEqualTo(client.get(OCCASIONS).body());
    }

    @Test
    void aVersionThatIsNoNumberIsABadRequest() {
        assertThat(client.get(OCCASIONS + "?v=latest").status()).isEqualTo(400);
        assertThat(client.get(OCCASIONS + "?v=6.0").status()).isEqualTo(200);
    }

    @Test
    void withoutABearerNothingIsAnswered() {
        assertThat(visitor.get(OCCASIONS).status()).isEqualTo(401);
        assertThat(visitor.bearing("guessed").get(SKILLS).status()).isEqualTo(401);
        assertThat(visitor.with("Authorization", "Basic eDp5").get(WORKDAYS).status())
                .isEqualTo(401);
    }

    @Test
    void aUserWithoutThePrivilegeIsForbidden() {
        simulator.user("guest", "simulated", Privilege.NOTHING);

        var answer = visitor.signedIn("31415926", "guest", "simulated").get(OCCASIONS);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("message").asText()).isEqualTo("The operation encountered a privilege error");
    }

    @Test
    void anImpossibleAccountIdIsABadRequest() {
        assertThat(client.get(OCCASIONS.replace("31415926", "no-such-account")).status())
                .isEqualTo(400);
    }

    @Test
    void answersLookLikeCapturedOnes() {
        var answer = client.get(OCCASIONS);

        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.header("set-cookie")).matches("JSESSIONID=[0-9a-f]{32}; Path=/; HttpOnly");
        assertThat(answer.header("x-lp-host")).matches("[0-9a-f]+");
        assertThat(answer.header("date")).isEqualTo("Fri, 3 Jul 2026 15:30:00 GMT");
        assertThat(answer.response().headers().map()).doesNotContainKeys("etag", "last-modified", "cache-control");
    }

    @Test
    void unsetIdsOfASkillMayBeAbsent() {
        simulator.habits().adopt(Quirk.UNSET_SKILL_FIELDS_ABSENT);

        assertThat(client.get(SKILLS + "/4103000110").body())
                .isEqualTo("{\"id\":4103000110,\"name\":\"Support UK\",\"deleted\":false}");
    }

    @Test
    void recurrenceMayBeAbsentWhereThereIsNone() {
        simulator.habits().adopt(Quirk.EMPTY_RECURRENCE_ABSENT);

        var events = client.get(OCCASIONS + "/4101000710").json().path("events");

        assertThat(events.get(0).has("recurrence")).isFalse();
    }

    @Test
    void unknownFieldsArePassedOn() {
        simulator.world().account().edit(Kind.OCCASIONS, 4101000110L, item -> item.put("dateCreated", "2026-01-01"));

        assertThat(client.get(OCCASIONS + "/4101000110")
                        .json()
                        .path("dateCreated")
                        .asText())
                .isEqualTo("2026-01-01");
    }

    @Test
    void anyOtherConfigurationIsADocument() {
        simulator.world().account().document("le-users/users", "[{\"id\":7}]");

        var answer = client.get(ACCOUNT + "/configuration/le-users/users");

        assertThat(answer.body()).isEqualTo("[{\"id\":7}]");
        assertThat(client.ifMatch(answer.revision())
                        .get(ACCOUNT + "/configuration/le-users/users")
                        .status())
                .isEqualTo(304);
        assertThat(client.get(ACCOUNT + "/configuration/le-users/profiles").status())
                .isEqualTo(404);
    }
}
