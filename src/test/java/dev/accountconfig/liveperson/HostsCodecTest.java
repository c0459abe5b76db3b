package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that were kept are believed within the rules of today. */
class HostsCodecTest {
    private static final Hosts HOSTS = new Hosts(Map.of(
            VendorService.ACCOUNT_CONFIG_READ_ONLY, new VendorHost(true, "va.ac.liveperson.net", 443),
            VendorService.AGENT_VEP, new VendorHost(true, "va.agentvep.liveperson.net", 443)));

    private static HostsCodec codec(String domainApi, String... allowed) {
        return new HostsCodec(new HostRules(URI.create(domainApi), List.of(allowed)));
    }

    private static final HostsCodec HTTPS = codec("https://api.liveperson.net", "liveperson.net");

    @Test
    void whatIsStillAllowedComesBack() {
        assertThat(HTTPS.decode(HTTPS.encode(HOSTS))).isEqualTo(HOSTS);
        HostsCodec loopback = codec("http://localhost:8089", "localhost");
        Hosts local = new Hosts(Map.of(
                VendorService.ACCOUNT_CONFIG_READ_ONLY, new VendorHost(false, "localhost", 8089),
                VendorService.AGENT_VEP, new VendorHost(false, "localhost", 8089)));
        assertThat(loopback.decode(loopback.encode(local))).isEqualTo(local);
    }

    @Test
    void whatIsNoLongerAllowedIsRefusedWhole() {
        HostsCodec narrower = codec("https://api.liveperson.net", "api.liveperson.net", "ac.liveperson.net");
        assertThatThrownBy(() -> narrower.decode(HTTPS.encode(HOSTS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names a host that is not allowed, or none, for agentVep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"agentVep\":\"va.agentvep.liveperson.net\"}",
                "{\"accountConfigReadOnly\":\"evil.example\",\"agentVep\":\"va.agentvep.liveperson.net\"}",
                "{\"accountConfigReadOnly\":7,\"agentVep\":{}}"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> HTTPS.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
