package dev.accountconfig.liveperson;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How sockets to the vendor are opened.
 *
 * @param connect longest wait for a connection, and then again for its TLS handshake: a silent peer must not keep a place
 * @param perHost connections kept to one host
 * @param trust certificates in PEM that are trusted instead of the Java platform's; null for those
 */
public record VendorSockets(
        Duration connect, int perHost, @Nullable Path trust) {
    /** Below the vendor's own limit, which is not documented: a connection closed under us is a failed call. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    /**
     * TLS 1.2 beside 1.3, since the vendor's API host was last seen with 1.2. Nothing is decompressed: a small answer must
     * not become a large one. A broken connection is told to the call that used it, and to no log.
     */
    public HttpClient open(Vertx vertx) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) connect.toMillis())
                .setSslHandshakeTimeout(connect.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                .setVerifyHost(true)
                .setDecompressionSupported(false)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        if (trust != null) {
            options.setTrustOptions(new PemTrustOptions().addCertPath(trust.toString()));
        }
        return vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(perHost))
                .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
                .build();
    }
}
