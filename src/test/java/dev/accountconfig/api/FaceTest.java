package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In whose words an error is told. */
class FaceTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/accounts/1/occasions, OWN",
        "/, OWN",
        "/apis, OWN",
        "/v1/api/account/1, OWN",
        "/api, SERVICES",
        "//api/x, SERVICES",
        "/%61pi/x, SERVICES",
        "/csdr/account/1/service/baseURI.json, SERVICES",
        "/api/account/1/shift-status, SERVICES",
        "/api/account/1/configuration, CONFIGURATION",
        "/api/account/1/configuration/a%zz, CONFIGURATION",
        "/api//account/1/configuration/..%2f, CONFIGURATION",
        "/api/account/1/%63onfiguration/a%0Ab, CONFIGURATION"
    })
    void theAddressDecidesHoweverItIsSpelt(String path, Face face) {
        assertThat(Face.of(path)).isEqualTo(face);
    }

    @ParameterizedTest
    @CsvSource({
        "ac-common/specialoccasion, specialoccasion",
        "ac-common/specialoccasion/4, specialoccasion",
        "ac-common/workinghours/4, workinghours",
        "le-users/skills, skills",
        "le-users/skillsets, configuration",
        "le-users/users, configuration"
    })
    void anErrorOfAccountConfigNamesTheTypeThatItsAddressNames(String path, String type) {
        Problem problem = Problem.of(ProblemType.UNKNOWN_ITEM, "There is no such object.");
        ErrorBody body = ErrorBody.of(problem, "/api/account/1/configuration/" + path, Instant.EPOCH);
        assertThat(body.mediaType()).isEqualTo("application/json");
        assertThat(body.json())
                .isEqualTo("{\"type\":\"" + type + "\",\"internalCode\":12,\"message\":\"No data found\"}");
    }

    @Test
    void anErrorOfAnotherServiceSaysTheTime() {
        ErrorBody body = ErrorBody.of(
                Problem.invalid("{service}", "is none"), "/csdr/account/1", Instant.ofEpochMilli(1_783_096_200_000L));
        assertThat(body.json())
                .isEqualTo(
                        "{\"time\":1783096200000,\"message\":\"The parameter {service} is none.\",\"internalCode\":5}");
    }
}
