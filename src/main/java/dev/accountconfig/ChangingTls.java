package dev.accountconfig;

import dev.accountconfig.ChangingKey.Resumption;
import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A TLS configuration whose certificates change beneath the server. The framework's own way gives the server a new context, and
 * whoever connects while that is made is hung up on; so the server keeps its first one, and what it asks changes.
 */
final class ChangingTls implements TlsConfiguration {
    private static final byte[] PROOF = {1, 2, 3};

    private final TlsConfiguration files;
    private final Vertx vertx;
    private final ChangingKey key;
    private final @Nullable ChangingTrust trust;

    /** @throws SettingsException where key and certificate do not go together, or callers would be revoked at the start alone */
    ChangingTls(TlsConfiguration files, Vertx vertx) {
        this.files = files;
        this.vertx = vertx;
        refuseRevocations(files.getSSLOptions());
        this.trust = files.getTrustStoreOptions() == null ? null : new ChangingTrust(readTrust());
        this.key = new ChangingKey(readKey(), trust == null ? Resumption.ALLOWED : Resumption.NONE);
    }

    /** The framework reads such a list once: whoever is revoked later would be let in until the next start. */
    private static void refuseRevocations(SSLOptions options) {
        if (!options.getCrlPaths().isEmpty() || !options.getCrlValues().isEmpty()) {
            throw unfit("has a certificate-revocation-list, which is not looked at again: take the caller away instead,"
                    + " or the authority out of the trust store");
        }
    }

    /** @return false where they cannot be read or do not go together, and what was in force stays */
    @Override
    public boolean reload() {
        if (!files.reload()) {
            return false;
        }
        X509KeyManager next = readKey();
        if (trust != null) {
            trust.change(readTrust());
        }
        key.change(next);
        return true;
    }

    private X509KeyManager readKey() {
        try {
            X509KeyManager read = Stream.of(files.getKeyStoreOptions()
                            .getKeyManagerFactory(vertx)
                            .getKeyManagers())
                    .filter(X509KeyManager.class::isInstance)
                    .map(X509KeyManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> unfit("has no key"));
            checkAll(read);
            return read;
        } catch (SettingsException unfit) {
            throw unfit;
        } catch (Exception unreadable) {
            throw unfit("cannot be read");
        }
    }

    private static void checkAll(X509KeyManager read) throws GeneralSecurityException {
        for (String type : new String[] {"RSA", "EC"}) {
            String[] aliases = read.getServerAliases(type, null);
            for (String alias : aliases == null ? new String[0] : aliases) {
                check(type, read.getPrivateKey(alias), read.getCertificateChain(alias)[0]);
            }
        }
    }

    /** They may have been looked at between the change of the one and of the other. */
    private static void check(String type, PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(type.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(key);
        signature.update(PROOF);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(PROOF);
        if (!signature.verify(signed)) {
            throw unfit("has a key that is not of its certificate");
        }
    }

    private X509TrustManager readTrust() {
        try {
            return Stream.of(files.getTrustStoreOptions()
                            .getTrustManagerFactory(vertx)
                            .getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> unfit("has no authorities"));
        } catch (SettingsException unfit) {
            throw unfit;
        } catch (Exception unreadable) {
            throw unfit("has a trust store that cannot be read");
        }
    }

    private static SettingsException unfit(String words) {
        return new SettingsException(ServedCertificates.NAME, "names a TLS configuration that " + words);
    }

    @Override
    public KeyCertOptions getKeyStoreOptions() {
        return KeyCertOptions.wrap(key);
    }

    @Override
    public @Nullable TrustOptions getTrustStoreOptions() {
        return trust == null ? null : TrustOptions.wrap(trust);
    }

    @Override
    public SSLOptions getSSLOptions() {
        SSLOptions options = files.getSSLOptions().setKeyCertOptions(getKeyStoreOptions());
        return trust == null ? options : options.setTrustOptions(TrustOptions.wrap(trust));
    }

    @Override
    public @Nullable KeyStore getKeyStore() {
        return files.getKeyStore();
    }

    @Override
    public @Nullable KeyStore getTrustStore() {
        return files.getTrustStore();
    }

    @Override
    public SSLContext createSSLContext() throws Exception {
        return files.createSSLContext();
    }

    @Override
    public boolean isTrustAll() {
        return files.isTrustAll();
    }

    @Override
    public Optional<String> getHostnameVerificationAlgorithm() {
        return files.getHostnameVerificationAlgorithm();
    }

    /** One certificate is shown, whatever name is asked for. */
    @Override
    public boolean usesSni() {
        return false;
    }

    @Override
    public String getName() {
        return files.getName();
    }
}
