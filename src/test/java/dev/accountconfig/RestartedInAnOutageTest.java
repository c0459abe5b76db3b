package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service starts while the vendor, its sign-in and its Domain API are down, over what an earlier life kept. */
@QuarkusTest
@QuarkusTestResource(value = EarlierLife.class, restrictToAnnotatedClass = true)
@MayWarn("The (occasions|workdays|skills|domains) of \\w+ cannot be refreshed")
class RestartedInAnOutageTest {
    Simulator vendor;

    @Inject
    MovableTime time;

    @Inject
    CacheSettings cache;

    @Test
    void itIsReady() {
        given().port(Metrics.managementPort()).get("/health/ready").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "31415926, occasions, occasions",
        "31415926, workdays, workdays",
        "31415926, skills, skills",
        "31415926, hours, intervals",
        "31415926, status?skill=4103000210, state",
        "Cold01, occasions, occasions",
        "cold01, occasions, occasions"
    })
    void everyKnownKeyIsServedAsStale(String account, String question, String field) {
        for (int i = 0; i < 3; i++) {
            given().get("/v1/accounts/" + account + "/" + question)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("private, no-cache"))
                    .header("Cache-Status", containsString("hit; ttl="))
                    .header("Cache-Status", containsString("; detail=stale-"))
                    .body("$", org.hamcrest.Matchers.hasKey(field));
        }
    }

    @Test
    void accountsWhoseNamesDifferInCaseAloneAreNotMistakenForEachOther() {
        String of = "/occasions";
        String upper = given().get("/v1/accounts/Cold01" + of).asString();
        String lower = given().get("/v1/accounts/cold01" + of).asString();
        assertThat(upper).contains("Cold01").doesNotContain("cold01");
        assertThat(lower).contains("cold01").doesNotContain("Cold01");
    }

    @Test
    void whatWasAlteredIsNotServedAndIsKeptAgainOnceTheVendorIsBack() {
        Path file = cache.directory().orElseThrow().resolve("occasions").resolve("altered.kept");
        given().get("/v1/accounts/altered/occasions")
                .then()
                .statusCode(503)
                .header("Retry-After", matchesPattern("[1-9]\\d?"));
        assertThat(file).hasContent("nonsense");
        vendor.listen();
        time.pass(Duration.ofMinutes(10));
        Eventually.holds(
                () -> given().get("/v1/accounts/altered/occasions").then().statusCode(200));
        Eventually.holds(() -> assertThat(Files.readString(file)).startsWith("last-known-good 1 occasions altered ="));
        assertThat(Metrics.sum("accountconfig_cache_files_total", "occasions", "skipped"))
                .isEqualTo(1);
        vendor.refuse();
    }
}
