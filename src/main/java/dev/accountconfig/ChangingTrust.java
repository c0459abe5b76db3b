package dev.accountconfig;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** The authorities that certify callers, which may become others. */
final class ChangingTrust implements X509TrustManager {
    private volatile X509TrustManager present;

    ChangingTrust(X509TrustManager present) {
        this.present = present;
    }

    void change(X509TrustManager next) {
        present = next;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        present.checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        present.checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return present.getAcceptedIssuers();
    }
}
