package dev.accountconfig;

import dev.accountconfig.faults.Authority;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A service that speaks TLS, shows a certificate that can be changed, and knows one caller by its own. */
public class TlsCallers implements QuarkusTestResourceLifecycleManager {
    private final KnownCallers callers = new KnownCallers();
    private final Authority ours = Authority.create();
    private final Authority theirs = Authority.create();
    private final Path directory = directory();

    @Override
    public Map<String, String> start() {
        show();
        trust(theirs);
        Map<String, String> settings = new HashMap<>(callers.start());
        settings.put("quarkus.http.test-ssl-port", "0");
        settings.put("quarkus.http.tls-configuration-name", "service");
        settings.put("quarkus.tls.service.key-store.pem.0.cert", certificate().toString());
        settings.put("quarkus.tls.service.key-store.pem.0.key", key().toString());
        settings.put("quarkus.tls.service.trust-store.pem.certs", trusted().toString());
        settings.put("access.callers.\"reader\".certificate", "CN=reader");
        return settings;
    }

    /** Another certificate of the same name, from now on. */
    public void show() {
        Authority.Identity identity = ours.certify("localhost");
        KnownCallers.write(key(), identity.key());
        KnownCallers.write(certificate(), identity.certificate());
    }

    /** From the next look at the file. */
    public void trust(Authority authority) {
        try {
            KnownCallers.write(trusted(), Files.readString(authority.pem()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Authority ours() {
        return ours;
    }

    public Authority theirs() {
        return theirs;
    }

    private Path certificate() {
        return directory.resolve("tls.crt");
    }

    private Path key() {
        return directory.resolve("tls.key");
    }

    private Path trusted() {
        return directory.resolve("callers-ca.crt");
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "callers")), "tls");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(TlsCallers.class));
    }

    @Override
    public void stop() {
        callers.stop();
    }
}
