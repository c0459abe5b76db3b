package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts may ever see credentials. */
class HostRulesTest {
    private final HostRules https = new HostRules(URI.create("https://api.liveperson.net"), List.of("liveperson.net"));
    private final HostRules loopback = new HostRules(URI.create("http://localhost:8089"), List.of("localhost"));

    @ParameterizedTest
    @ValueSource(
            strings = {"va.ac.liveperson.net", "LO.agentvep.liveperson.net", "liveperson.net", "a.liveperson.net:443"})
    void aHostUnderAnAllowedSuffixIsAdmittedOnTheHttpsPort(String baseUri) {
        assertThat(https.admit(baseUri)).get().satisfies(host -> {
            assertThat(host.secure()).isTrue();
            assertThat(host.port()).isEqualTo(443);
            assertThat(host.name()).endsWith("liveperson.net").isLowerCase();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "evil.example",
                "notliveperson.net",
                "liveperson.net.evil.example",
                "va.ac.liveperson.net:8443",
                "va.ac.liveperson.net:80",
                "user@va.ac.liveperson.net",
                "evil.example#.liveperson.net",
                "evil.example/.liveperson.net",
                "evil.example?.liveperson.net",
                "evil.example\\.liveperson.net",
                "https://va.ac.liveperson.net",
                "va.ac.liveperson.net\r\nX: y",
                "va.ac.liveperson.net\u0000",
                "va.ac.liveper\u0455on.net",
                "127.0.0.1",
                "[::1]",
                "localhost",
                "-a.liveperson.net",
                "va.ac.liveperson.net."
            })
    void anythingElseIsRefused(String baseUri) {
        assertThat(https.admit(baseUri)).isEmpty();
    }

    @Test
    void aNameAsLongAsABookIsRefused() {
        assertThat(https.admit("a".repeat(65_536) + ".liveperson.net")).isEmpty();
    }

    @Test
    void plainHttpAndAnyPortExistOnLoopbackAlone() {
        assertThat(loopback.admit("localhost:8089")).contains(new VendorHost(false, "localhost", 8089));
        assertThat(loopback.admit("localhost:0")).isEmpty();
        assertThat(loopback.admit("localhost:65536")).isEmpty();
        assertThatThrownBy(() -> new HostRules(URI.create("http://api.liveperson.net"), List.of("liveperson.net")))
                .hasMessageContaining("loopback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://localhost",
                "http://localhost/path",
                "http://localhost?x=y",
                "localhost:8089",
                "http://u@localhost"
            })
    void anAddressOfTheDomainApiThatIsMoreOrLessThanAHostIsRefused(String address) {
        assertThatThrownBy(() -> new HostRules(URI.create(address), List.of("localhost")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDomainApiItselfMustBeAllowed() {
        assertThatThrownBy(() -> new HostRules(URI.create("https://api.example"), List.of("liveperson.net")))
                .hasMessageContaining("liveperson.allowed-hosts");
    }
}
