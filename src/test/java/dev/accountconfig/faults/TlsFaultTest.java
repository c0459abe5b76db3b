package dev.accountconfig.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.Eventually;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults of TLS, and of the wire beneath it, as clients meet them that trust one authority. */
class TlsFaultTest {

    private static final Authority AUTHORITY = Authority.create();

    private final Echo server = new Echo();
    private final FaultProxy proxy = FaultProxy.withTls(server.port(), AUTHORITY);

    @AfterEach
    void close() {
        proxy.close();
        server.close();
    }

    private static HttpClient client() {
        try (var pem = Files.newInputStream(AUTHORITY.pem())) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .sslContext(context)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(HttpClient client, FaultProxy asked, int bytes) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("https://" + asked.host() + "/" + bytes))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ask(int bytes) throws IOException {
        return ask(client(), proxy, bytes);
    }

    @Test
    void aClientThatTrustsTheAuthorityIsAnsweredOverTls() throws IOException {
        var client = client();

        assertThat(ask(client, proxy, 100_000)).isEqualTo(Echo.body(100_000));
        assertThat(ask(client, proxy, 3)).isEqualTo("abc");
        assertThat(proxy.tally().accepted()).isEqualTo(1);
    }

    @Test
    void oneAuthorityVouchesForAnyNumberOfProxies() throws IOException {
        try (var second = FaultProxy.withTls(server.port(), AUTHORITY)) {
            var client = client();

            assertThat(ask(client, proxy, 1)).isEqualTo("a");
            assertThat(ask(client, second, 1)).isEqualTo("a");
        }
    }

    @Test
    void aClientOfVertxTrustsItByThePemFile() {
        var vertx = Vertx.vertx();
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(AUTHORITY.pem().toString())));

        var body = client.request(HttpMethod.GET, proxy.port(), "localhost", "/3")
                .compose(request -> request.send())
                .compose(response -> response.body());

        assertThat(FaultProxy.await(body).toString()).isEqualTo("abc");
        FaultProxy.await(vertx.close());
    }

    @Test
    void aStrangerIsNotTrusted() {
        assertThatThrownBy(() -> ask(HttpClient.newHttpClient(), proxy, 1)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotTrusted() {
        proxy.suffer(new Fault.WrongCertificate());

        assertThatThrownBy(() -> ask(1))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("PKIX");
    }

    @Test
    void aCertificateForAnotherHostIsNotForThisOne() {
        proxy.suffer(new Fault.WrongHost());

        assertThatThrownBy(() -> ask(1))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("No subject alternative DNS name matching localhost");
    }

    @Test
    void plainTextIsNoHandshake() {
        proxy.suffer(new Fault.PlainText());

        assertThatThrownBy(() -> ask(1)).isInstanceOf(SSLException.class).hasMessageContaining("SSL message");
    }

    @Test
    void aWrongFaceIsSeenByPooledConnectionsToo() throws IOException {
        var client = client();
        ask(client, proxy, 1);

        proxy.suffer(new Fault.WrongHost());
        Eventually.holds(() -> assertThat(proxy.tally().open()).isZero());
        assertThatThrownBy(() -> ask(client, proxy, 1)).isInstanceOf(IOException.class);

        proxy.heal();
        assertThat(ask(client, proxy, 3)).isEqualTo("abc");
    }

    @Test
    void aHandshakeMayBeReset() {
        proxy.suffer(new Fault.ResetAfter(100));

        assertThatThrownBy(() -> ask(1)).isInstanceOf(IOException.class);
        assertThat(proxy.tally().bytesAnswered()).isEqualTo(100);
    }

    @Test
    void everyPartOfAHandshakeMayBeLate() throws IOException {
        proxy.suffer(new Fault.Latency(Duration.ofMillis(50)));
        long before = System.nanoTime();

        assertThat(ask(3)).isEqualTo("abc");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void nothingStaysOpenBehindIt() throws IOException {
        ask(1);
        proxy.suffer(new Fault.Refuse());

        Eventually.holds(() -> assertThat(proxy.tally().open()).isZero());
        assertThatThrownBy(() -> ask(1)).isInstanceOf(IOException.class);
    }
}
