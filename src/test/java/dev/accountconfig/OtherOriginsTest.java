package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages of origins that the framework was told to allow, as the Swagger UI is in development. */
@QuarkusTest
@QuarkusTestResource(value = OtherOriginsTest.OneAllowed.class, restrictToAnnotatedClass = true)
class OtherOriginsTest {
    private static final String PAGE = "https://hours.example";
    private static final String TARGET = "/v1/accounts/31415926/occasions";

    public static class OneAllowed extends SimulatedVendor {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = super.start();
            settings.put("quarkus.http.cors.enabled", "true");
            settings.put("quarkus.http.cors.origins", PAGE);
            return settings;
        }
    }

    @Test
    void aPageMayReadEveryAnswerAlsoOneThatIsKept() {
        try (KeptConnection connection = new KeptConnection(RestAssured.port)) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.ask("GET", TARGET, "Origin: " + PAGE))
                        .startsWith("HTTP/1.1 200")
                        .containsIgnoringCase("access-control-allow-origin: " + PAGE);
                assertThat(connection.ask("GET", TARGET))
                        .startsWith("HTTP/1.1 200")
                        .doesNotContainIgnoringCase("access-control");
            }
        }
    }
}
