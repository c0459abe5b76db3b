package dev.accountconfig;

import io.restassured.RestAssured;
import java.util.Arrays;
import org.eclipse.microprofile.config.ConfigProvider;

/** The metrics page of the management port. */
final class Metrics {
    private Metrics() {}

    static String page() {
        return RestAssured.given().port(managementPort()).get("/metrics").asString();
    }

    /** The sum of all series of that name whose labels hold every given part; 0 where there is none. */
    static double sum(String name, String... labels) {
        return page().lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    static int managementPort() {
        return ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
    }
}
