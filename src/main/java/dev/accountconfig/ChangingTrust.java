package dev.accountconfig;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that certify callers, which may become others. A connection that a certificate was shown on cannot be taken
 * up by another one: who takes up a session (RFC 8446 section 2.2) shows no certificate, and would be trusted for a day by
 * authorities of before.
 */
final class ChangingTrust extends X509ExtendedTrustManager {
    private volatile X509ExtendedTrustManager present;

    ChangingTrust(X509ExtendedTrustManager present) {
        this.present = present;
    }

    void change(X509ExtendedTrustManager next) {
        present = next;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        present.checkClientTrusted(chain, type, engine);
        SSLSession beginning = engine.getHandshakeSession();
        if (beginning != null) {
            beginning.invalidate();
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
            throws CertificateException {
        throw new CertificateException("callers come by engines");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("callers come by engines");
    }

    /** The service calls nobody by this. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("these certify callers");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
            throws CertificateException {
        throw new CertificateException("these certify callers");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("these certify callers");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return present.getAcceptedIssuers();
    }
}
