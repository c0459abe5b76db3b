package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who has the framework write a line for every request gets one for every request, whatever that costs. */
@QuarkusTest
@QuarkusTestResource(value = EveryAnswerIsSeenTest.AccessLog.class, restrictToAnnotatedClass = true)
class EveryAnswerIsSeenTest {
    public static class AccessLog extends SimulatedVendor {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = super.start();
            settings.put("quarkus.http.access-log.enabled", "true");
            return settings;
        }
    }

    @Test
    void everyReadHasItsLine() {
        String target = "/v1/accounts/31415926/occasions";
        try (HeardLines lines = new HeardLines("io.quarkus.http.access-log");
                KeptConnection connection = new KeptConnection(RestAssured.port)) {
            for (int i = 0; i < 5; i++) {
                assertThat(connection.ask("GET", target)).startsWith("HTTP/1.1 200");
            }
            Eventually.holds(() -> assertThat(lines.texts()).hasSize(5));
        }
    }
}
