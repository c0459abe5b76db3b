package dev.accountconfig;

import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.event.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The certificate that the service shows, and those it trusts, where the service port speaks TLS. The framework reads them anew
 * as well, but no sooner than it was told to, and without looking whether key and certificate have been changed together.
 */
final class ServedCertificates {
    static final String NAME = "quarkus.http.tls-configuration-name";

    private static final Pattern FILES = Pattern.compile(
            "quarkus\\.tls\\.\"?([^\".]+)\"?\\.(?:key|trust)-store\\..*\\.?(?:cert|key|path|certs(?:\\[\\d+])?)");

    private final Config config;
    private final TlsConfigurationRegistry registry;
    private final Event<CertificateUpdatedEvent> updated;

    ServedCertificates(Config config, TlsConfigurationRegistry registry, Event<CertificateUpdatedEvent> updated) {
        this.config = config;
        this.registry = registry;
        this.updated = updated;
    }

    void watch(WatchedFiles files) {
        name().ifPresent(name -> files.watch(files(name), () -> reload(name)));
    }

    /** Whether the certificates of callers are checked against authorities that were chosen for that. */
    boolean chooseAuthorities() {
        return served().filter(tls -> tls.getTrustStoreOptions() != null && !tls.isTrustAll())
                .isPresent();
    }

    private Optional<String> name() {
        return config.getOptionalValue(NAME, String.class);
    }

    private Optional<TlsConfiguration> served() {
        return name().flatMap(registry::get);
    }

    private Set<Path> files(String name) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> isFileOf(name, key))
                .flatMap(key -> config.getOptionalValues(key, Path.class).stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private static boolean isFileOf(String name, String key) {
        var matcher = FILES.matcher(key);
        return matcher.matches() && matcher.group(1).equals(name);
    }

    /** Connections that stand go on with what they began with. */
    private void reload(String name) {
        TlsConfiguration tls = registry.get(name).orElseThrow();
        try {
            if (!tls.reload()) {
                throw new SettingsException(NAME, name + " cannot be read anew");
            }
        } catch (RuntimeException unreadable) {
            throw new SettingsException(NAME, name + " cannot be read anew: its files do not go together");
        }
        updated.fire(new CertificateUpdatedEvent(name, tls));
    }
}
