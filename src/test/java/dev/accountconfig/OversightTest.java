package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the framework is to do with every answer it can only do with those that it sees. */
class OversightTest {
    private static boolean everyAnswer(ConfigSource source) {
        return FrontWiring.oversight(
                        new SmallRyeConfigBuilder().withSources(source).build())
                .everyAnswer();
    }

    private static ConfigSource properties(String name, String value) {
        return new PropertiesConfigSource(Map.of(name, value), "properties", 100);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.access-log.enabled, true",
        "quarkus.http.enable-compression, true",
        "quarkus.http.header.\"X-Frame-Options\".value, DENY",
        "quarkus.http.filter.all.matches, /.*",
    })
    void theFrameworkSeesEveryAnswerWhereItIsToAddSomethingToIt(String name, String value) {
        assertThat(everyAnswer(properties(name, value))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "QUARKUS_HTTP_ACCESS_LOG_ENABLED, true",
        "QUARKUS_HTTP_ENABLE_COMPRESSION, true",
        "QUARKUS_HTTP_HEADER__X_FRAME_OPTIONS__VALUE, DENY",
        "QUARKUS_HTTP_FILTER_ALL_MATCHES, /.*",
    })
    void alsoWhereTheEnvironmentSaysSo(String name, String value) {
        assertThat(everyAnswer(new EnvConfigSource(Map.of(name, value), 300))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.access-log.enabled, false",
        "quarkus.http.enable-compression, false",
        "quarkus.http.limits.max-header-size, 8K",
    })
    void andNeedNotOtherwise(String name, String value) {
        assertThat(everyAnswer(properties(name, value))).isFalse();
    }

    @Test
    void norWhereNothingIsSaid() {
        assertThat(everyAnswer(new PropertiesConfigSource(Map.of(), "none", 100)))
                .isFalse();
    }
}
