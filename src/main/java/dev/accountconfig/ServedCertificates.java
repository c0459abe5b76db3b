package dev.accountconfig;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The certificate that the service shows, and the authorities it trusts, where the service port speaks TLS. */
final class ServedCertificates {
    static final String NAME = "quarkus.http.tls-configuration-name";

    private static final Pattern FILES = Pattern.compile(
            "quarkus\\.tls\\.\"?([^\".]+)\"?\\.(?:key|trust)-store\\..*\\.?(?:cert|key|path|certs(?:\\[\\d+])?)");

    private final Config config;
    private final TlsConfigurationRegistry registry;
    private final Vertx vertx;

    ServedCertificates(Config config, TlsConfigurationRegistry registry, Vertx vertx) {
        this.config = config;
        this.registry = registry;
        this.vertx = vertx;
    }

    /** Before the sockets open. */
    void watch(WatchedFiles files) {
        name().ifPresent(name -> registry.get(name).ifPresent(read -> {
            ChangingTls tls = new ChangingTls(read, vertx);
            registry.register(name, tls);
            files.watch(files(name), () -> reload(tls));
        }));
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
    private static void reload(ChangingTls tls) {
        if (!tls.reload()) {
            throw new SettingsException(NAME, "names a TLS configuration whose files cannot be read anew");
        }
    }
}
