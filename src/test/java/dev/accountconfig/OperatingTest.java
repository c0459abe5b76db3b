package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.metrics.MeterName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the operator sees on the management port. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class OperatingTest {
    private static final Object[] ANSWERED_FROM_A_CACHE = {"200", "304", "400", "404", "502", "503"};
    private static final Object[] ANSWERED_HERE = {"200", "304", "400"};

    @Test
    void everyMeterOfTheVocabularyIsOnThePageAfterARead() {
        given().get("/v1/accounts/cold30/occasions");
        String page = Metrics.page();
        for (MeterName meter : MeterName.values()) {
            assertThat(page).contains("# HELP " + meter.id().replace('.', '_')).contains(meter.meaning());
        }
    }

    @Test
    void everyGuardedCallIsVisible() {
        given().get("/v1/accounts/cold31/occasions");
        assertThat(Metrics.sum("ft_circuitbreaker_calls_total", "accountConfigReadOnly", "success"))
                .isPositive();
        assertThat(Metrics.sum("ft_circuitbreaker_calls_total", "agentVep", "success"))
                .isPositive();
    }

    @Test
    void inventedMethodsPathsAndAccountsAddNoSeriesOfTheirOwn() throws IOException {
        given().get("/nothing/here");
        invented(0);
        long before = Metrics.page().lines().count();
        for (int i = 1; i <= 300; i++) {
            invented(i);
        }
        assertThat(Metrics.page().lines().count() - before).isLessThanOrEqualTo(10);
    }

    private static void invented(int number) throws IOException {
        String request = "M%d /v1/accounts/a%d/x%d HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                .formatted(number, number, number);
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void theOpenApiIsCompleteWithExamples() {
        JsonPath api = given().port(Metrics.managementPort())
                .accept("application/json")
                .get("/openapi?format=json")
                .jsonPath();
        Map<String, Map<String, Object>> paths = api.getMap("paths");
        assertThat(paths.keySet())
                .containsExactlyInAnyOrder(
                        "/v1/accounts/{accountId}/occasions",
                        "/v1/accounts/{accountId}/occasions/{id}",
                        "/v1/accounts/{accountId}/workdays",
                        "/v1/accounts/{accountId}/workdays/{id}",
                        "/v1/accounts/{accountId}/skills",
                        "/v1/accounts/{accountId}/skills/{id}",
                        "/v1/accounts/{accountId}/hours",
                        "/v1/accounts/{accountId}/hours.ics",
                        "/v1/accounts/{accountId}/status",
                        "/v1/accounts/{accountId}/findings",
                        "/api/account/{accountId}/service/baseURI.json",
                        "/api/account/{accountId}/service/{service}/baseURI.json",
                        "/api/account/{accountId}/configuration/ac-common/specialoccasion",
                        "/api/account/{accountId}/configuration/ac-common/specialoccasion/{id}",
                        "/api/account/{accountId}/configuration/ac-common/workinghours",
                        "/api/account/{accountId}/configuration/ac-common/workinghours/{id}",
                        "/api/account/{accountId}/configuration/le-users/skills",
                        "/api/account/{accountId}/configuration/le-users/skills/{id}",
                        "/api/account/{accountId}/configuration/{path}",
                        "/api/account/{accountId}/login",
                        "/api/account/{accountId}/refresh",
                        "/api/account/{accountId}/logout",
                        "/api/account/{accountId}/shift-status",
                        "/api/account/{accountId}/skills/{skillId}/shift-status-skill");
        for (String path : paths.keySet()) {
            if (!paths.get(path).containsKey("get")) {
                assertThat(api.getString("paths.'" + path + "'.post.summary")).isNotBlank();
                continue;
            }
            String at = "paths.'" + path + "'.get";
            assertThat(api.getMap(at + ".responses").keySet())
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.collection(Object.class))
                    .contains(path.contains("/service/") ? ANSWERED_HERE : ANSWERED_FROM_A_CACHE);
            List<Map<String, Object>> parameters = api.getList(at + ".parameters");
            assertThat(parameters)
                    .isNotEmpty()
                    .allSatisfy(parameter -> assertThat(parameter).containsKey("example"));
            assertThat(api.getString(at + ".summary")).isNotBlank();
        }
        assertThat(api.getMap("components.schemas").keySet())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.collection(Object.class))
                .contains("Occasion", "OccasionEvent", "Occasions", "Problem");
    }

    @Test
    void nothingOfTheManagementIsOnTheServicePort() {
        for (String path : List.of("/metrics", "/health", "/q/health", "/q/metrics", "/openapi", "/swagger-ui")) {
            given().get(path).then().statusCode(404);
        }
    }
}
