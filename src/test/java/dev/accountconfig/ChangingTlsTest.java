package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Vertx;
import io.vertx.core.net.SSLOptions;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What would be checked at the start alone is refused there. */
class ChangingTlsTest {
    @Test
    void aListOfRevokedCertificatesIsRefusedInWordsInsteadOfGrowingOld() {
        Vertx vertx = Vertx.vertx();
        try {
            assertThatThrownBy(() -> new ChangingTls(having(new SSLOptions().addCrlPath("revoked.crl")), vertx))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("quarkus.http.tls-configuration-name names a TLS configuration that has a"
                            + " certificate-revocation-list");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static TlsConfiguration having(SSLOptions options) {
        return (TlsConfiguration) Proxy.newProxyInstance(
                TlsConfiguration.class.getClassLoader(),
                new Class<?>[] {TlsConfiguration.class},
                (proxy, method, arguments) -> method.getName().equals("getSSLOptions") ? options : null);
    }
}
