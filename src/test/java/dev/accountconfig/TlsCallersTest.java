package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.faults.Authority;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers by certificate; and a certificate of the service that is changed while they ask. */
@QuarkusTest
@QuarkusTestResource(value = TlsCallers.class, restrictToAnnotatedClass = true)
class TlsCallersTest {
    private static final String STATUS = "/v1/accounts/" + KnownCallers.OWN + "/status";

    private final Vertx vertx = Vertx.vertx();

    TlsCallers tls;

    /** @param number of the certificate that the service showed */
    private record Answer(int status, BigInteger number) {}

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private HttpClient client(boolean lasting) {
        return vertx.createHttpClient(options(lasting));
    }

    /** Asked here: the threads that ask know the configuration of no application. */
    private final int port = ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);

    private HttpClient client(Authority.Identity identity) {
        return vertx.createHttpClient(options(true).setKeyCertOptions(identity.options()));
    }

    private HttpClientOptions options(boolean lasting) {
        return new HttpClientOptions()
                .setSsl(true)
                .setKeepAlive(lasting)
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(tls.ours().pem().toString()));
    }

    private Answer ask(HttpClient client, String key) {
        Future<Answer> answer = client.request(HttpMethod.GET, port, "localhost", STATUS)
                .compose(request -> {
                    if (!key.isEmpty()) {
                        request.putHeader("X-API-Key", key);
                    }
                    return request.send()
                            .compose(response -> response.body()
                                    .map(body -> new Answer(
                                            response.statusCode(),
                                            number(request.connection().sslSession()))));
                });
        try {
            return answer.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static BigInteger number(SSLSession session) {
        try {
            Certificate first = session.getPeerCertificates()[0];
            return ((X509Certificate) first).getSerialNumber();
        } catch (SSLPeerUnverifiedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aCallerIsKnownByItsCertificateAndNothingElseIsNeeded() {
        HttpClient reader = client(tls.theirs().certify("reader"));
        assertThat(ask(reader, "").status()).isEqualTo(200);
        assertThat(ask(reader, "").status()).isEqualTo(200);
        assertThat(ask(reader, "wrong").status())
                .as("a key that is sent besides decides")
                .isEqualTo(401);
        assertThat(ask(client(tls.theirs().certify("nobody")), "").status()).isEqualTo(401);
        assertThat(ask(client(true), "").status()).isEqualTo(401);
        assertThat(ask(client(true), "key-of-writer").status()).isEqualTo(200);
    }

    @Test
    void onAConnectionThatIsUsedEachRequestIsJudgedByItself() {
        HttpClient client = client(true);
        for (int i = 0; i < 3; i++) {
            assertThat(ask(client, "key-of-writer").status()).isEqualTo(200);
            assertThat(ask(client, "").status()).isEqualTo(401);
            assertThat(ask(client, "wrong").status()).isEqualTo(401);
        }
        HttpClient reader = client(tls.theirs().certify("reader"));
        for (int i = 0; i < 3; i++) {
            assertThat(ask(reader, "").status()).isEqualTo(200);
        }
    }

    @Test
    @MayWarn("Received fatal alert: certificate_unknown")
    void aCertificateOfAnAuthorityThatIsNotTrustedIsNoConnection() {
        HttpClient impostor = client(Authority.posingAs(tls.theirs()).certify("reader"));
        assertThatThrownBy(() -> ask(impostor, "")).isInstanceOf(AssertionError.class);
    }

    /** A session of before would be taken up without a certificate, and nobody would look at who certified it. */
    @Test
    @MayWarn("certificate_unknown")
    void aCallerWhoseAuthorityIsNoLongerTrustedIsNotLetInByASessionOfBefore() throws Exception {
        SSLContext reader = context(tls.theirs().certify("reader"));
        assertThat(connectAndAsk(reader)).isEqualTo(200);
        assertThat(connectAndAsk(reader)).isEqualTo(200);
        tls.trust(Authority.create());
        try {
            Authority.Identity fresh = tls.theirs().certify("reader");
            Awaitility.await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> isRefused(context(fresh)));
            assertThat(isRefused(reader)).isTrue();
        } finally {
            tls.trust(tls.theirs());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(connectAndAsk(reader)).isEqualTo(200));
        }
    }

    private SSLContext context(Authority.Identity identity) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                identity.options().getKeyManagerFactory(vertx).getKeyManagers(),
                new PemTrustOptions()
                        .addCertPath(tls.ours().pem().toString())
                        .getTrustManagerFactory(vertx)
                        .getTrustManagers(),
                null);
        return context;
    }

    private static boolean isRefused(SSLContext caller) {
        try {
            return connectAndAsk(caller) != 200;
        } catch (IOException refused) {
            return true;
        }
    }

    /** On a connection of its own, which may take up a session that the context knows. */
    private static int connectAndAsk(SSLContext caller) throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
        try (Socket socket = caller.getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(5000);
            String get = "GET " + STATUS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(get.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.startsWith("HTTP/1.1 200") ? 200 : answer.startsWith("HTTP/1.1 401") ? 401 : 0;
        }
    }

    /** The files may be looked at between the one and the other. */
    @Test
    @MayWarn("A changed file is not used")
    void theCertificateIsChangedUnderLoadAndNoRequestFails() {
        BigInteger before = ask(client(false), "key-of-writer").number();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        CompletableFuture<?>[] load = {
            asking(client(true), over, asked, failed), asking(client(false), over, asked, failed)
        };
        long begin = System.nanoTime();
        tls.show();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> !ask(client(false), "key-of-writer").number().equals(before));
        long took = (System.nanoTime() - begin) / 1_000_000;
        over.set(true);
        CompletableFuture.allOf(load).join();
        Logger.getLogger(TlsCallersTest.class)
                .infof("R19 TLS: %d requests, %d failed; in force after %d ms", asked.get(), failed.get(), took);
        assertThat(failed.get()).isZero();
        assertThat(asked.get()).isPositive();
    }

    private CompletableFuture<Void> asking(
            HttpClient client, AtomicBoolean over, AtomicInteger asked, AtomicInteger failed) {
        return CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                asked.incrementAndGet();
                try {
                    if (ask(client, "key-of-writer").status() != 200) {
                        failed.incrementAndGet();
                    }
                } catch (AssertionError lost) {
                    failed.incrementAndGet();
                }
            }
        });
    }
}
