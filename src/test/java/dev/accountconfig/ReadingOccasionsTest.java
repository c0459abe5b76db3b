package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.accountconfig.simulator.Kind;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Occasions as a caller reads them: shapes, tags, freshness, revalidation. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class ReadingOccasionsTest {
    private static final Duration FRESH = Duration.ofSeconds(60);

    Simulator vendor;

    @Inject
    MovableTime time;

    private static String occasionsOf(String account) {
        return "/v1/accounts/" + account + "/occasions";
    }

    @Test
    void theOccasionsOfAnAccountComeInFull() {
        given().get(occasionsOf("31415926"))
                .then()
                .statusCode(200)
                .contentType("application/json;charset=UTF-8")
                .body("occasions", hasSize(9))
                .body("occasions[0].id", equalTo(4101000110L))
                .body("occasions[0].name", equalTo("UK public holidays"))
                .body("occasions[0].isDefault", equalTo(true))
                .body("occasions[0].events[0].start", equalTo("2026-12-25"))
                .body("occasions[0].events[0].timeZone", equalTo("Europe/London"))
                .body("occasions[0].events[0].repeat", equalTo(null))
                .body("occasions[1].events[1].repeat.every", equalTo("day"))
                .body("occasions[1].events[1].repeat.count", equalTo(45))
                .body("occasions[8].events", hasSize(0));
    }

    @Test
    void anOccasionIsFoundByItsId() {
        given().get(occasionsOf("31415926") + "/4101000110")
                .then()
                .statusCode(200)
                .body("name", equalTo("UK public holidays"))
                .body("events", hasSize(5));
    }

    @Test
    void aWindowKeepsTheItemsWithAnEventInIt() {
        given().get(occasionsOf("31415926") + "?from=2026-10-25&to=2026-10-26")
                .then()
                .body("occasions.name", contains("DST nights Zurich", "Doc-like year span"));
        given().get(occasionsOf("31415926") + "?from=2027-12-27")
                .then()
                .body("occasions.name", contains("UK public holidays"));
        given().get(occasionsOf("31415926") + "?to=2026-03-09")
                .then()
                .body("occasions.name", contains("DST night New York"));
    }

    @Test
    void theSecondCallIsAHitAndCarriesTheSameTag() {
        String tag = given().get(occasionsOf("cold01"))
                .then()
                .header("Cache-Status", equalTo("accountconfig-proxy; fwd=miss; fwd-status=200; stored"))
                .header("Age", equalTo("0"))
                .extract()
                .header("ETag");
        given().get(occasionsOf("cold01"))
                .then()
                .header("Cache-Status", startsWith("accountconfig-proxy; hit; ttl="))
                .header("Cache-Control", startsWith("private, max-age="))
                .header("ETag", equalTo(tag));
        assertThat(vendor.count(Service.OCCASIONS, "cold01")).isEqualTo(1);
    }

    @Test
    void whoHasTheCurrentTagGets304() {
        String tag = given().get(occasionsOf("cold02")).header("ETag");
        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            given().header("If-None-Match", known)
                    .get(occasionsOf("cold02"))
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .header("Cache-Status", startsWith("accountconfig-proxy; hit"))
                    .body(emptyString());
        }
        given().header("If-None-Match", "\"other\"")
                .get(occasionsOf("cold02"))
                .then()
                .statusCode(200);
    }

    @Test
    void headAnswersTheSameHeadersWithoutABody() {
        Response get = given().get(occasionsOf("cold03"));
        given().head(occasionsOf("cold03"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(get.header("ETag")))
                .body(emptyString());
    }

    @Test
    void tenThousandReadsInAFreshWindowMakeNoVendorCall() {
        given().get(occasionsOf("cold04"));
        vendor.forgetRequests();
        try (Crowd readers = new Crowd(RestAssured.port, 16)) {
            assertThat(readers.ask(10_000, occasionsOf("cold04")))
                    .hasSize(10_000)
                    .allMatch(answer -> answer.status() == 200);
        }
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void anExpiredEntryIsRevalidatedWithIfMatchAndCountedAsSuch() {
        given().get(occasionsOf("cold05"));
        double landings = Metrics.sum("accountconfig_cache_flights_total", "occasions", "not_modified");
        double before =
                Metrics.sum("accountconfig_upstream_calls_seconds_count", "purpose=\"occasions\"", "\"not_modified\"");
        time.pass(FRESH);
        given().get(occasionsOf("cold05"))
                .then()
                .header("Cache-Status", containsString("detail=stale-while-revalidate"))
                .header("Cache-Control", equalTo("private, no-cache"));
        Eventually.holds(() -> assertThat(Metrics.sum("accountconfig_cache_flights_total", "occasions", "not_modified"))
                .isEqualTo(landings + 1));
        assertThat(vendor.last(Service.OCCASIONS)).get().satisfies(request -> {
            assertThat(request.account()).isEqualTo("cold05");
            assertThat(request.header("if-match")).contains("1204");
        });
        assertThat(Metrics.sum(
                        "accountconfig_upstream_calls_seconds_count", "purpose=\"occasions\"", "\"not_modified\""))
                .isEqualTo(before + 1);
        given().get(occasionsOf("cold05")).then().header("Cache-Status", containsString("; hit; ttl=5"));
    }

    @Test
    void aReaderOfALongExpiredEntryWaitsForItsRevalidation() {
        given().get(occasionsOf("cold06"));
        time.pass(FRESH.plus(Duration.ofMinutes(10)));
        given().get(occasionsOf("cold06"))
                .then()
                .statusCode(200)
                .header("Age", equalTo("0"))
                .header("Cache-Status", equalTo("accountconfig-proxy; fwd=stale; fwd-status=304"));
    }

    @Test
    void aChangeAtTheVendorShowsAfterRevalidation() {
        String tag = given().get(occasionsOf("cold07")).header("ETag");
        vendor.world()
                .account("cold07")
                .put(
                        Kind.OCCASIONS,
                        "{\"id\":4101001110,\"name\":\"Renamed\",\"deleted\":false,\"isDefault\":false,\"events\":[]}");
        given().get(occasionsOf("cold07")).then().header("ETag", equalTo(tag));
        time.pass(FRESH.plus(Duration.ofMinutes(10)));
        given().get(occasionsOf("cold07") + "/4101001110")
                .then()
                .body("name", equalTo("Renamed"))
                .header("Cache-Status", equalTo("accountconfig-proxy; fwd=stale; fwd-status=200; stored"));
    }

    @Test
    void aMovedRevisionOfTheSameOccasionsKeepsTheTag() {
        String tag = given().get(occasionsOf("cold08")).header("ETag");
        vendor.world().account("cold08").put(Kind.SKILLS, "{\"id\":4103000110,\"name\":\"moved\",\"deleted\":false}");
        time.pass(FRESH.plus(Duration.ofMinutes(10)));
        given().get(occasionsOf("cold08")).then().header("ETag", equalTo(tag));
    }

    @Test
    void everyAnswerSaysTheTime() {
        given().get(occasionsOf("31415926"))
                .then()
                .header("Date", matchesPattern("\\w{3}, \\d{1,2} \\w{3} \\d{4} [\\d:]{8} GMT"));
        given().get("/nothing").then().header("Date", notNullValue());
    }

    @Test
    void anAddressInAbsoluteFormIsAnsweredToo() {
        try (Crowd caller = new Crowd(RestAssured.port, 1)) {
            assertThat(caller.ask("http://localhost" + occasionsOf("31415926")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anUnknownItemIsAProblemThatSaysHowItWasFound() {
        given().get(occasionsOf("31415926"));
        given().get(occasionsOf("31415926") + "/4101000999")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Status", startsWith("accountconfig-proxy; hit"))
                .body("type", equalTo("urn:accountconfig-proxy:problem:unknown-item"))
                .body("instance", equalTo("/v1/accounts/31415926/occasions/4101000999"));
    }
}
