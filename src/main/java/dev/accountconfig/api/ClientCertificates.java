package dev.accountconfig.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpConnection;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * The certificate that the other end of a connection showed. Its chain was verified in the handshake, or there would be no
 * connection. Looked at once: to be told that there is none is an exception each time.
 */
final class ClientCertificates {
    private final Cache<HttpConnection, Optional<X509Certificate>> seen =
            Caffeine.newBuilder().weakKeys().maximumSize(20_000).build();

    Optional<X509Certificate> of(HttpConnection connection) {
        SSLSession session = connection.sslSession();
        if (session == null) {
            return Optional.empty();
        }
        Optional<X509Certificate> known = seen.getIfPresent(connection);
        if (known == null) {
            known = certificate(session);
            seen.put(connection, known);
        }
        return known;
    }

    private static Optional<X509Certificate> certificate(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate own ? Optional.of(own) : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
