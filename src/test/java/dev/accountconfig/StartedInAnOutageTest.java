package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.accountconfig.cache.WarmStart;
import dev.accountconfig.faults.Fault;
import dev.accountconfig.faults.FaultProxy;
import dev.accountconfig.schedule.AccountId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise R20 without anything kept: the service starts while nobody answers at the vendor, and says so at once. */
@QuarkusTest
@QuarkusTestResource(value = StartedInAnOutageTest.Silence.class, restrictToAnnotatedClass = true)
@MayWarn("The (occasions|workdays|skills|domains) of \\w+ cannot be refreshed")
class StartedInAnOutageTest {
    /** A vendor that accepts connections and never says a word. */
    public static class Silence implements QuarkusTestResourceLifecycleManager {
        private final FaultProxy hole = FaultProxy.inFrontOf(1);

        @Override
        public Map<String, String> start() {
            hole.suffer(new Fault.BlackHole());
            String credentials = "liveperson.accounts.\"31415926\".credentials.";
            return Map.of(
                    "cache.warm-start",
                    "true",
                    "upstream.deadline",
                    "500ms",
                    "liveperson.domain-api",
                    "http://" + hole.host(),
                    "liveperson.allowed-hosts",
                    "localhost",
                    credentials + "username",
                    "hours-proxy",
                    credentials + "password",
                    "simulated");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(hole, new TestInjector.MatchesType(FaultProxy.class));
        }

        @Override
        public void stop() {
            hole.close();
        }
    }

    private static final String[] COLLECTIONS = {"occasions", "workdays", "skills"};

    FaultProxy hole;

    @Inject
    WarmStart<AccountId> warmStart;

    /** What it has asked for must not fail into the silence of another test. */
    @AfterEach
    void nothingIsUnderWayAnyMore() {
        warmStart.end();
        Eventually.holds(() -> assertThat(hole.tally().open()).isZero());
    }

    @Test
    void itIsReadySoonAndTellsReadersToComeBackWithoutMakingThemWait() {
        Eventually.holds(() -> given().port(Metrics.managementPort())
                .get("/health/ready")
                .then()
                .statusCode(200));
        for (String collection : COLLECTIONS) {
            String target = "/v1/accounts/31415926/" + collection;
            given().get(target).then().statusCode(503);
            given().get(target)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", matchesPattern("[1-9]\\d?"))
                    .header("Cache-Status", equalTo("accountconfig-proxy; fwd=miss; detail=unavailable"));
            try (Crowd reader = new Crowd(RestAssured.port, 1)) {
                assertThat(reader.ask(target).after()).isLessThan(Duration.ofSeconds(1));
            }
        }
    }
}
