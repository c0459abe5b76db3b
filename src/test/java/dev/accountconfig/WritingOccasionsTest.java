package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.accountconfig.simulator.Kind;
import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Quirk;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Occasions as a planner changes them: conditions, certainty, and what readers see afterwards. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class WritingOccasionsTest {
    private static final long HOLIDAYS = 4_101_000_110L;
    private static final long EMPTY = 4_101_001_110L;

    Simulator vendor;

    @Inject
    MovableTime time;

    @AfterEach
    void theVendorIsItselfAgain() {
        vendor.clearMishaps();
        vendor.habits().drop(Quirk.values());
    }

    private Planner planner(String account) {
        return Planner.ofOccasions(vendor, account);
    }

    static String occasion(String name) {
        return occasion(name, false);
    }

    static String occasion(String name, boolean isDefault) {
        return """
                {"name": "%s", "description": "as planned", "isDefault": %s, "events": [
                  {"name": "Closed", "working": false, "start": "2026-12-25", "end": "2026-12-26",
                   "timeZone": "Europe/London", "repeat": null},
                  {"name": "Campaign", "working": true, "start": "2026-09-01T08:00:00", "end": "2026-09-01T12:00:00",
                   "timeZone": "Europe/London", "repeat": {"every": "day", "count": 45}}]}
                """.formatted(name, isDefault);
    }

    private static long id(Response created) {
        return created.path("id");
    }

    @Test
    void anOccasionIsMadeChangedAndDeletedAndEveryReaderSeesItAtOnce() {
        Planner planner = planner("cold60");
        planner.list();
        Response made = planner.post(occasion("Spring"));
        made.then()
                .statusCode(201)
                .contentType("application/json;charset=UTF-8")
                .header("Location", equalTo(planner.path() + "/" + id(made)))
                .body("name", equalTo("Spring"))
                .body("events[1].repeat.count", equalTo(45));
        planner.get(id(made)).then().statusCode(200).header("ETag", equalTo(made.header("ETag")));
        assertThat(planner.get(id(made)).asString()).isEqualTo(made.asString());

        Response changed = planner.put(id(made), made.header("ETag"), occasion("Summer"));
        changed.then().statusCode(200).body("name", equalTo("Summer")).header("ETag", not(made.header("ETag")));
        planner.get(id(made)).then().body("name", equalTo("Summer")).header("ETag", equalTo(changed.header("ETag")));

        planner.delete(id(made), changed.header("ETag")).then().statusCode(204).body(emptyString());
        planner.get(id(made)).then().statusCode(404);
        planner.list().then().body("occasions.id", not(hasItem(id(made))));
        planner.delete(id(made), changed.header("ETag")).then().statusCode(404);
        planner.put(id(made), "*", occasion("Autumn")).then().statusCode(404);
        assertThat(planner.sent()).hasSize(3);
    }

    @Test
    void whatOnlyTheVendorKnowsSurvivesAChange() {
        Planner planner = planner("cold61");
        vendor.world()
                .account("cold61")
                .edit(
                        Kind.OCCASIONS,
                        EMPTY,
                        item -> item.put("dateUpdated", "2026-07-03").put("weight", 1.25));
        planner.put(EMPTY, planner.tag(EMPTY), occasion("Renamed")).then().statusCode(200);
        assertThat(vendor.world().account("cold61").item(Kind.OCCASIONS, EMPTY))
                .get()
                .satisfies(item -> {
                    assertThat(item.path("name").asText()).isEqualTo("Renamed");
                    assertThat(item.path("dateUpdated").asText()).isEqualTo("2026-07-03");
                    assertThat(item.path("weight").asDouble()).isEqualTo(1.25);
                });
    }

    @Test
    void aChangeWithoutAConditionIsNotCarriedOut() {
        Planner planner = planner("cold62");
        given().contentType("application/json")
                .body(occasion("x"))
                .put(planner.path() + "/" + EMPTY)
                .then()
                .statusCode(428)
                .contentType("application/problem+json")
                .body("detail", containsString("If-Match"));
        given().delete(planner.path() + "/" + EMPTY).then().statusCode(428);
        assertThat(planner.sent()).isEmpty();
    }

    @Test
    void aConditionIsComparedStronglyWithWhatTheVendorHas() {
        Planner planner = planner("cold62");
        String tag = planner.tag(EMPTY);
        for (String other : new String[] {"\"other\"", "W/" + tag, "none", "\"a\", W/" + tag}) {
            planner.put(EMPTY, other, occasion("Never"))
                    .then()
                    .statusCode(412)
                    .contentType("application/problem+json")
                    .header("ETag", equalTo(tag))
                    .body("current.id", equalTo(EMPTY))
                    .body("current.events", hasSize(0));
        }
        planner.put(EMPTY, "\"other\", " + tag, occasion("Once")).then().statusCode(200);
        planner.put(EMPTY, "*", occasion("Twice")).then().statusCode(200);
    }

    @Test
    void aFreshCacheDoesNotHideWhatWasChangedAtTheVendor() {
        Planner planner = planner("cold63");
        String tag = planner.tag(EMPTY);
        vendor.world().account("cold63").rename(Kind.OCCASIONS, EMPTY, "Renamed by hand");
        planner.put(EMPTY, tag, occasion("Mine"))
                .then()
                .statusCode(412)
                .body("current.name", equalTo("Renamed by hand"));
        planner.delete(EMPTY, tag).then().statusCode(412);
        assertThat(planner.sent()).isEmpty();
        planner.put(EMPTY, planner.tag(EMPTY), occasion("Mine")).then().statusCode(200);
    }

    @Test
    void ofTwoChangesOfOneStateOneIsMadeAndTheOtherIsShownTheOutcome() {
        Planner planner = planner("cold64");
        String tag = planner.tag(EMPTY);
        List<Response> answers = Stream.of("One", "Other")
                .map(name -> CompletableFuture.supplyAsync(() -> planner.put(EMPTY, tag, occasion(name))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        Response made = answers.stream()
                .filter(each -> each.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        Response refused = answers.stream()
                .filter(each -> each.statusCode() == 412)
                .findFirst()
                .orElseThrow();
        refused.then()
                .header("ETag", equalTo(made.header("ETag")))
                .body("current.name", equalTo(made.<String>path("name")));
    }

    @Test
    @MayWarn(".*")
    void aConfirmedChangeIsSeenEvenIfTheVendorDiesRightAfterIt() {
        Planner planner = planner("cold65");
        String tag = planner.tag(EMPTY);
        vendor.let(Requests.READS).of("cold65").next(1).suffer(new Mishap.None());
        vendor.let(Requests.READS).of("cold65").suffer(new Mishap.Fail(503, Mishap.Body.HTML));
        planner.put(EMPTY, tag, occasion("Last words")).then().statusCode(200).body("name", equalTo("Last words"));
        planner.get(EMPTY).then().statusCode(200).body("name", equalTo("Last words"));
        time.pass(Duration.ofMinutes(5));
        planner.get(EMPTY).then().statusCode(200).body("name", equalTo("Last words"));
    }

    @Test
    void aNewDefaultTakesTheMarkFromTheOldOneInTheVeryNextRead() {
        Planner planner = planner("cold66");
        planner.get(HOLIDAYS).then().body("isDefault", equalTo(true));
        long made = id(planner.post(occasion("New default", true)));
        planner.get(HOLIDAYS).then().body("isDefault", equalTo(false));
        planner.get(made).then().body("isDefault", equalTo(true));
        planner.put(HOLIDAYS, planner.tag(HOLIDAYS), occasion("Back", true))
                .then()
                .statusCode(200);
        planner.get(made).then().body("isDefault", equalTo(false));
    }

    static Stream<Mishap> waysBackThatFail() {
        return Stream.of(
                new Mishap.Truncate(), new Mishap.Stall(), new Mishap.Reset(), new Mishap.Slow(Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @MethodSource("waysBackThatFail")
    @MayWarn(".*")
    void aChangeWhoseOutcomeNobodyKnowsIsToldAsSuchAndSentOnce(Mishap mishap) {
        Planner planner = planner("cold67");
        String name = "After " + mishap.getClass().getSimpleName();
        String tag = planner.tag(EMPTY);
        vendor.forgetRequests();
        vendor.let(Requests.WRITES).of("cold67").next(1).suffer(mishap);
        planner.put(EMPTY, tag, occasion(name))
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:accountconfig-proxy:problem:change-unknown"))
                .body("detail", containsString("not known whether the change was made"))
                .body("detail", containsString("GET " + planner.path()));
        assertThat(planner.sent()).hasSize(1);
        planner.get(EMPTY).then().statusCode(200).body("name", equalTo(name));
        assertThat(planner.sent()).hasSize(1);
    }

    @Test
    @MayWarn(".*")
    void aChangeThatCouldNotBeSentIsToldToHaveLeftEverythingAsItWas() {
        Planner planner = planner("cold68");
        String tag = planner.tag(EMPTY);
        vendor.let(Requests.WRITES).of("cold68").suffer(new Mishap.Throttle(Duration.ofSeconds(7)));
        planner.put(EMPTY, tag, occasion("Throttled"))
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("7"))
                .body("detail", containsString("Nothing was changed"));
        vendor.clearMishaps();
        planner.get(EMPTY).then().header("ETag", equalTo(tag));
    }

    @Test
    @MayWarn(".*")
    void aVendorThatDoesNotEvenSayWhatThereIsIsToldAsOnReads() {
        Planner planner = planner("cold69");
        vendor.let(Requests.READS).of("cold69").suffer(new Mishap.Fail(503, Mishap.Body.EMPTY));
        planner.post(occasion("Nowhere")).then().statusCode(503).header("Retry-After", matchesPattern("[1-9]\\d*"));
        assertThat(planner.sent()).isEmpty();
    }

    @Test
    @MayWarn(".*")
    void aVendorThatForbidsTheChangeIsTold() {
        Planner planner = planner("cold70");
        vendor.let(Requests.WRITES).of("cold70").suffer(new Mishap.Fail(403, Mishap.Body.JSON));
        planner.post(occasion("Forbidden"))
                .then()
                .statusCode(502)
                .body("detail", startsWith("LivePerson answered 403"));
        vendor.clearMishaps();
        vendor.let(Requests.WRITES).of("cold70").suffer(new Mishap.Fail(400, Mishap.Body.JSON));
        planner.post(occasion("Refused"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:accountconfig-proxy:problem:object-refused"));
    }

    @Test
    void aBodyIsRefusedWithAllThatIsWrongBeforeTheVendorIsAsked() {
        Planner planner = planner("cold71");
        vendor.forgetRequests();
        planner.post("{\"name\": \"\", \"events\": [{\"name\": \"x\"}], \"colour\": 1}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/events/0/start"))
                .body("errors.pointer", hasItem("/colour"));
        planner.post("").then().statusCode(400);
        planner.put(EMPTY, "*", "{").then().statusCode(400);
        assertThat(vendor.requests().stream().filter(each -> each.account().equals("cold71")))
                .isEmpty();
        planner.post(occasion("cold71 UK public holidays"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].detail", containsString("must be unique"));
    }

    @Test
    void aBodyThatDoesNotSayThatItIsJsonIsRefused() {
        Planner planner = planner("cold71");
        given().contentType("text/plain")
                .body(occasion("x"))
                .post(planner.path())
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:accountconfig-proxy:problem:unsupported-media-type"));
        given().noContentType().post(planner.path()).then().statusCode(415);
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() {
        given().contentType("application/json")
                .body("x".repeat(70_000))
                .post(planner("cold71").path())
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void aLongBodyIsReadOnTheEventLoop() {
        try (HeardLines audit = new HeardLines("audit")) {
            planner("cold71").post("[" + "1,".repeat(30_000) + "1]").then().statusCode(400);
            assertThat(audit.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.thread()).contains("eventloop"));
        }
    }

    @Test
    void aRequestThatIsRepeatedUnderItsKeyIsCarriedOutOnce() {
        Planner planner = planner("cold72");
        Response first = planner.post("key-1", occasion("Keyed"));
        first.then().statusCode(201);
        Response again = planner.post("key-1", occasion("Keyed"));
        again.then()
                .statusCode(201)
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo(first.header("ETag")));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(planner.sent()).hasSize(1);
        planner.post("key-1", occasion("Another"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:accountconfig-proxy:problem:key-of-another-request"));
        time.pass(Duration.ofHours(24));
        planner.post("key-1", occasion("Another")).then().statusCode(201);
    }

    @Test
    void aRequestThatIsRepeatedWhileItIsUnderWayJoinsIt() {
        Planner planner = planner("cold72");
        planner.list();
        vendor.forgetRequests();
        vendor.let(Requests.WRITES).of("cold72").next(1).suffer(new Mishap.Slow(Duration.ofMillis(300)));
        List<CompletableFuture<Response>> both = Stream.of(1, 2)
                .map(each -> CompletableFuture.supplyAsync(() -> planner.post("key-2", occasion("Joined"))))
                .toList();
        assertThat(both).extracting(CompletableFuture::join).allMatch(answer -> answer.statusCode() == 201);
        assertThat(planner.sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "has blank", "12345678901234567890123456789012345678901234567890123456789012345"})
    void aKeyThatIsNoneIsRefused(String key) {
        planner("cold72").post(key, occasion("x")).then().statusCode(400).body("detail", containsString("Idempotency"));
    }

    @Test
    @MayWarn(".*")
    void aRepetitionOfAPostWhoseOutcomeNobodyKnewFindsWhatItMade() {
        Planner planner = planner("cold73");
        vendor.let(Requests.WRITES).of("cold73").next(1).suffer(new Mishap.Reset());
        planner.post("key", occasion("Doubtful")).then().statusCode(504);
        Response found = planner.post("key", occasion("Doubtful"));
        found.then().statusCode(201).header("Location", startsWith(planner.path() + "/"));
        assertThat(planner.sent()).hasSize(1);
        planner.get(id(found)).then().statusCode(200).header("ETag", equalTo(found.header("ETag")));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CREATED_IS_201",
                "STALE_IS_PRECONDITION_FAILED",
                "ARRAY_OF_ONE_GIVES_ARRAY",
                "MISSING_IF_MATCH_REFUSED",
                "REVISION_PER_TYPE"
            })
    void theWholeConversationIsTheSameWithAVendorOfOtherHabits(Quirk quirk) {
        vendor.habits().adopt(quirk);
        Planner planner = planner("cold74");
        Response made = planner.post(occasion("With " + quirk));
        made.then().statusCode(201);
        Response changed = planner.put(id(made), made.header("ETag"), occasion("Still " + quirk));
        changed.then().statusCode(200);
        planner.put(id(made), made.header("ETag"), occasion("Late")).then().statusCode(412);
        planner.delete(id(made), changed.header("ETag")).then().statusCode(204);
        planner.get(id(made)).then().statusCode(404);
    }

    @Test
    void aNameThatTheVendorKeepsTakenIsAConflictOrARefusal() {
        Planner planner = planner("cold75");
        Response made = planner.post(occasion("Taken"));
        planner.delete(id(made), made.header("ETag")).then().statusCode(204);
        vendor.habits().adopt(Quirk.DELETED_NAMES_STAY_TAKEN);
        planner.post(occasion("Taken")).then().statusCode(409).body("detail", containsString("name is taken"));
        planner.put(EMPTY, planner.tag(EMPTY), occasion("Taken")).then().statusCode(409);
        vendor.habits().adopt(Quirk.DUPLICATE_NAME_IS_BAD_REQUEST);
        planner.post(occasion("Taken")).then().statusCode(422);
    }

    @Test
    void everyChangeIsOneLineOfTheAudit() {
        Planner planner = planner("cold76");
        String tag = planner.tag(EMPTY);
        try (HeardLines audit = new HeardLines("audit")) {
            Response changed = planner.put(EMPTY, tag, occasion("Secret plans"));
            planner.put(EMPTY, tag, occasion("Secret plans")).then().statusCode(412);
            String bare = changed.header("ETag").replace("\"", "");
            assertThat(audit.texts())
                    .containsExactly(
                            "caller=- account=cold76 verb=PUT collection=occasions id=4101001110 before="
                                    + tag.replace("\"", "") + " after=" + bare + " outcome=made vendor=\"-\"",
                            "caller=- account=cold76 verb=PUT collection=occasions id=4101001110 before=" + bare
                                    + " after=- outcome=not-the-current-one vendor=\"-\"");
        }
    }

    @Test
    void noCallerCanForgeALineOfTheAudit() {
        try (HeardLines audit = new HeardLines("audit")) {
            given().urlEncodingEnabled(false)
                    .contentType("application/json")
                    .body("{}")
                    .post("/v1/accounts/x%0Acaller=root%20outcome=made/occasions")
                    .then()
                    .statusCode(400);
            assertThat(audit.texts())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .doesNotContain("\n")
                            .contains("account=x_caller_root_outcome_made ")
                            .endsWith("outcome=invalid-parameter vendor=\"-\""));
        }
    }
}
