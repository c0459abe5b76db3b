package dev.accountconfig;

import dev.accountconfig.LivePersonSettings.CredentialSettings;
import dev.accountconfig.LivePersonSettings.Kind;
import dev.accountconfig.liveperson.Credentials;
import dev.accountconfig.liveperson.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the credentials of one account come from: settings, and files that settings name.
 *
 * @param key that they stand under
 */
record CredentialSource(String key, CredentialSettings settings) {
    /** What belongs to a kind; anything else beside it is a mistake, and perhaps of an account of another kind. */
    private static final Map<Kind, Set<String>> KEYS = Map.of(
            Kind.LOGIN, Set.of("username", "password-file", "password"),
            Kind.OAUTH1,
                    Set.of(
                            "app-key",
                            "secret-file",
                            "secret",
                            "access-token",
                            "access-token-secret-file",
                            "access-token-secret"),
            Kind.OAUTH2, Set.of("client-id", "client-secret-file", "client-secret", "scope"));

    /**
     * As they are now: files are read anew.
     *
     * @throws SettingsException naming the key
     */
    Credentials read() {
        refuseOthers();
        return switch (settings.kind()) {
            case LOGIN ->
                new Credentials.Login(
                        text("username", settings.username()),
                        secret("password", settings.passwordFile(), settings.password()));
            case OAUTH1 ->
                new Credentials.ApiKey(
                        text("app-key", settings.appKey()),
                        secret("secret", settings.secretFile(), settings.secret()),
                        text("access-token", settings.accessToken()),
                        secret("access-token-secret", settings.accessTokenSecretFile(), settings.accessTokenSecret()));
            case OAUTH2 ->
                new Credentials.ClientCredentials(
                        text("client-id", settings.clientId()),
                        secret("client-secret", settings.clientSecretFile(), settings.clientSecret()),
                        settings.scope().orElse(null));
        };
    }

    /** Those that may change; a pair of secrets is one group. */
    Set<Path> files() {
        return Stream.of(
                        settings.passwordFile(),
                        settings.secretFile(),
                        settings.accessTokenSecretFile(),
                        settings.clientSecretFile())
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private void refuseOthers() {
        String kind = settings.kind().name().toLowerCase(Locale.ROOT);
        present().forEach((name, value) -> {
            boolean foreign = value.isPresent()
                    && !KEYS.getOrDefault(settings.kind(), Set.of()).contains(name);
            if (foreign) {
                throw new SettingsException(key + "." + name, "is not for credentials of the kind " + kind);
            }
        });
    }

    private Map<String, Optional<?>> present() {
        Map<String, Optional<?>> present = new TreeMap<>();
        present.put("username", settings.username());
        present.put("password-file", settings.passwordFile());
        present.put("password", settings.password());
        present.put("app-key", settings.appKey());
        present.put("secret-file", settings.secretFile());
        present.put("secret", settings.secret());
        present.put("access-token", settings.accessToken());
        present.put("access-token-secret-file", settings.accessTokenSecretFile());
        present.put("access-token-secret", settings.accessTokenSecret());
        present.put("client-id", settings.clientId());
        present.put("client-secret-file", settings.clientSecretFile());
        present.put("client-secret", settings.clientSecret());
        present.put("scope", settings.scope());
        return present;
    }

    private String text(String name, Optional<String> value) {
        return value.orElseThrow(() -> new SettingsException(
                key + "." + name,
                "is required for credentials of the kind "
                        + settings.kind().name().toLowerCase(Locale.ROOT)));
    }

    /** A file first: what stands in the environment is seen by every child process and by most crash reports. */
    private Secret secret(String name, Optional<Path> file, Optional<String> value) {
        return file.map(path -> read(key + "." + name + "-file", path))
                .or(() -> value.map(Secret::new))
                .orElseThrow(() -> new SettingsException(key + "." + name + "-file", "is required, or ." + name));
    }

    private static Secret read(String key, Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new SettingsException(key, "names " + file + ", which is empty");
            }
            return new Secret(secret);
        } catch (IOException unreadable) {
            throw new SettingsException(key, "names " + file + ", which cannot be read");
        }
    }
}
