package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be told to clients as a host. */
class PublicHostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"h", "hours.example.com", "HOURS.example:8443", "10.0.0.7:80", "[::1]", "[2001:db8::1]:8080"})
    void aHostWithOrWithoutAPort(String host) {
        assertThat(PublicHost.isOne(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":80",
                "-h",
                ".h",
                "h:",
                "h:x",
                "h:123456",
                "h/x",
                "h?x",
                "h#x",
                "u@h",
                "h h",
                "h\r\nX: y",
                "\"h\"",
                "<h>",
                "h,i",
                "[::1",
                "::1",
                "[h]",
                "é"
            })
    void andNothingElse(String host) {
        assertThat(PublicHost.isOne(host)).isFalse();
    }
}
