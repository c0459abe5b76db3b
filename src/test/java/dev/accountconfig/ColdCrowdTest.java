package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises R2 and R2b: a thousand cold readers are one vendor call, whatever becomes of it. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
@MayWarn("The occasions of \\w+ cannot be refreshed")
class ColdCrowdTest {
    private static final int READERS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Room for a loaded machine: the promise is about waiting, not about how fast a thousand answers are written. */
    private static final Duration ROOM = Duration.ofSeconds(2);

    Simulator vendor;

    /** The promise is about vendor calls and waiting, not about a virtual machine that runs its first thousand requests. */
    @BeforeEach
    void warmUp() {
        aThousandReadersOf("cold13");
    }

    @AfterEach
    void heal() {
        vendor.clearMishaps();
    }

    private List<Crowd.Answered> aThousandReadersOf(String account) {
        try (Crowd crowd = new Crowd(RestAssured.port, READERS)) {
            return crowd.ask(READERS, "/v1/accounts/" + account + "/occasions");
        }
    }

    @Test
    void aVendorThatTakes300MillisecondsIsCalledOnceAndAllAreAnswered() {
        vendor.let(Requests.OCCASIONS).suffer(new Mishap.Slow(Duration.ofMillis(300)));
        List<Crowd.Answered> answers = aThousandReadersOf("cold10");
        assertThat(answers).hasSize(READERS).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("cold10 UK public holidays");
        });
        assertThat(answers)
                .filteredOn(answer -> answer.cacheStatus().endsWith("; collapsed"))
                .isNotEmpty();
        assertThat(vendor.count(Service.OCCASIONS, "cold10")).isEqualTo(1);
        assertThat(vendor.count(Service.LOGIN, "cold10")).isEqualTo(1);
        assertThat(vendor.count(Service.DOMAINS, "cold10")).isEqualTo(1);
    }

    @Test
    void aVendorThatTakes7SecondsIsCalledOnceAndAllAreToldWithinThePatience() {
        vendor.let(Requests.OCCASIONS).suffer(new Mishap.Slow(Duration.ofSeconds(7)));
        assertThat(aThousandReadersOf("cold11")).hasSize(READERS).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("gave no answer within 2000 ms");
            assertThat(answer.after()).isLessThan(PATIENCE.plus(ROOM));
        });
        assertThat(vendor.count(Service.OCCASIONS, "cold11")).isEqualTo(1);
        Eventually.holds(() -> assertThat(Metrics.sum(
                        "accountconfig_upstream_calls_seconds_count", "purpose=\"occasions\"", "\"timed_out\""))
                .isPositive());
        assertThat(vendor.count(Service.OCCASIONS, "cold11")).isEqualTo(1);
    }

    @Test
    void aVendorThatAnswers500IsCalledOnceAndAllShareTheOutcome() {
        vendor.let(Requests.OCCASIONS).suffer(new Mishap.Fail(500, Mishap.Body.JSON));
        assertThat(aThousandReadersOf("cold12"))
                .hasSize(READERS)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(503))
                .allSatisfy(answer -> assertThat(answer.body()).contains("LivePerson answered 500"));
        assertThat(vendor.count(Service.OCCASIONS, "cold12")).isEqualTo(1);
    }
}
