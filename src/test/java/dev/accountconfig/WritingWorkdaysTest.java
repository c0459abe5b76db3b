package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.accountconfig.simulator.Kind;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workdays as a planner changes them; what is no different from occasions is told there. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class WritingWorkdaysTest {
    private static final long OFFICE = 4_102_000_110L;
    private static final long CLOCK = 4_102_000_210L;

    Simulator vendor;

    @AfterEach
    void theVendorIsItselfAgain() {
        vendor.clearMishaps();
    }

    private static String workdays(String name, boolean isDefault) {
        return """
                {"name": "%s", "description": "", "isDefault": %s, "events": [
                  {"start": "2026-07-06T09:00:00", "end": "2026-07-06T12:00:00", "timeZone": "Europe/London",
                   "repeat": {"every": "week", "on": "MONDAY"}}]}
                """.formatted(name, isDefault);
    }

    private static long id(Response made) {
        return made.path("id");
    }

    @Test
    void workdaysAreMadeChangedAndDeletedAndEveryReaderSeesItAtOnce() {
        Planner planner = Planner.ofWorkdays(vendor, "cold77");
        planner.list();
        Response made = planner.post(workdays("Mornings", false));
        made.then()
                .statusCode(201)
                .header("Location", equalTo(planner.path() + "/" + id(made)))
                .body("events[0].repeat.on", equalTo("MONDAY"));
        planner.get(id(made)).then().header("ETag", equalTo(made.header("ETag")));
        Response changed = planner.put(id(made), made.header("ETag"), workdays("Early mornings", false));
        changed.then().statusCode(200).body("name", equalTo("Early mornings"));
        planner.put(id(made), made.header("ETag"), workdays("Too late", false))
                .then()
                .statusCode(412)
                .header("ETag", equalTo(changed.header("ETag")))
                .body("current.name", equalTo("Early mornings"));
        planner.delete(id(made), changed.header("ETag")).then().statusCode(204).body(emptyString());
        planner.get(id(made)).then().statusCode(404);
        assertThat(planner.sent()).hasSize(3);
    }

    @Test
    void newDefaultWorkdaysAreTheHoursOfTheVeryNextReader() {
        Planner planner = Planner.ofWorkdays(vendor, "cold78");
        String hours = "/v1/accounts/cold78/hours?from=2026-11-02&to=2026-11-03";
        given().get(hours).then().body("workdays.id", equalTo(OFFICE));
        long made = id(planner.post(workdays("Mornings", true)));
        given().get(hours).then().body("workdays.id", equalTo(made)).body("days[0].open[0].end", equalTo("12:00"));
        planner.get(OFFICE).then().body("isDefault", equalTo(false));
    }

    @Test
    void whatOnlyTheVendorKnowsSurvivesAChange() {
        vendor.world().account("cold79").edit(Kind.WORKDAYS, CLOCK, item -> item.put("weight", 1.25));
        Planner planner = Planner.ofWorkdays(vendor, "cold79");
        planner.put(CLOCK, planner.tag(CLOCK), workdays("Round", false)).then().statusCode(200);
        assertThat(vendor.world().account("cold79").item(Kind.WORKDAYS, CLOCK))
                .get()
                .satisfies(item -> assertThat(item.path("weight").asDouble()).isEqualTo(1.25));
    }

    @Test
    @MayWarn(".*")
    void aDeletionWhoseOutcomeNobodyKnowsIsToldAsSuchAndSentOnce() {
        Planner planner = Planner.ofWorkdays(vendor, "cold79");
        long made = id(planner.post(workdays("To go", false)));
        String tag = planner.tag(made);
        vendor.forgetRequests();
        vendor.let(Requests.WRITES).of("cold79").next(1).suffer(new Mishap.Reset());
        planner.delete(made, tag).then().statusCode(504).body("detail", containsString("not known"));
        planner.get(made).then().statusCode(404);
        assertThat(planner.sent()).hasSize(1);
    }

    @Test
    void anOccasionIsNoWorkdaysObject() {
        Planner planner = Planner.ofWorkdays(vendor, "cold79");
        planner.post(WritingOccasionsTest.occasion("Not here"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/events/0/name"));
    }
}
