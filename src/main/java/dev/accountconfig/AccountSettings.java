package dev.accountconfig;

import dev.accountconfig.LivePersonSettings.CredentialSettings;
import dev.accountconfig.liveperson.Credentials;
import dev.accountconfig.liveperson.Secret;
import dev.accountconfig.schedule.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns the settings of accounts into credentials; refuses with the key at fault. */
final class AccountSettings {
    private AccountSettings() {}

    /** @throws SettingsException naming the key */
    static Map<AccountId, Credentials.Login> logins(LivePersonSettings settings) {
        if (settings.accounts().isEmpty()) {
            throw new SettingsException("liveperson.accounts", "names no account to serve");
        }
        return new TreeMap<>(settings.accounts())
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                account -> id(account.getKey()),
                                account -> login(
                                        "liveperson.accounts.\"" + account.getKey() + "\".credentials",
                                        account.getValue().credentials())));
    }

    private static AccountId id(String key) {
        try {
            return new AccountId(key);
        } catch (IllegalArgumentException malformed) {
            throw new SettingsException("liveperson.accounts.\"" + key + "\"", "is none: " + malformed.getMessage());
        }
    }

    private static Credentials.Login login(String key, CredentialSettings credentials) {
        return switch (credentials.kind()) {
            case LOGIN -> new Credentials.Login(credentials.username(), password(key, credentials));
        };
    }

    /** A file first: what stands in the environment is seen by every child process and by most crash reports. */
    private static Secret password(String key, CredentialSettings credentials) {
        if (credentials.passwordFile().isPresent()) {
            return read(key + ".password-file", credentials.passwordFile().get());
        }
        return new Secret(credentials
                .password()
                .orElseThrow(() -> new SettingsException(key + ".password-file", "is required, or .password")));
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
