package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.metrics.MeterName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Promise R21. */
    @Test
    void inventedMethodsPathsAccountsCallersAndParametersAddNoSeriesOfTheirOwn() throws IOException {
        given().get("/nothing/here");
        invented(0, 10);
        long before = Metrics.page().lines().count();
        for (int connection = 1; connection <= 10; connection++) {
            invented(connection * 1_000, 1_000);
        }
        long added = Metrics.page().lines().count() - before;
        Numbers.write(
                "series", "10000 invented methods, paths, accounts, callers and parameters: " + added + " more series");
        assertThat(added).isLessThanOrEqualTo(10);
    }

    /** One after the other on one connection, without waiting for answers. */
    private static void invented(int from, int count) throws IOException {
        String requests = IntStream.range(from, from + count)
                .mapToObj(number -> OperatingTest.invented(number, number == from + count - 1))
                .collect(Collectors.joining());
        Wiretap heard = Wiretap.of(RestAssured.port, requests, 20_000);
        assertThat(heard.answers()).hasSize(count).allMatch(answer -> answer.status() / 100 == 4);
    }

    private static String invented(int number, boolean last) {
        return """
                M%1$d /v1/accounts/a%1$d/x%1$d?p%1$d=%1$d HTTP/1.1
                Host: host%1$d
                User-Agent: agent%1$d
                Authorization: Bearer caller%1$d
                X-API-Key: key%1$d
                Connection: %2$s

                """.formatted(number, last ? "close" : "keep-alive").replace("\n", "\r\n");
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
        for (String path : List.of(
                "/metrics",
                "/health",
                "/q/health",
                "/q/metrics",
                "/openapi",
                "/swagger-ui",
                "/q",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/dev",
                "/q/arc",
                "/q/info",
                "/admin",
                "/admin/accounts",
                "/admin/accounts/31415926/entries")) {
            given().get(path).then().statusCode(404);
        }
    }
}
