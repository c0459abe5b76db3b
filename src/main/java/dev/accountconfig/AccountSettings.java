package dev.accountconfig;

import dev.accountconfig.liveperson.Credentials;
import dev.accountconfig.schedule.AccountId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns the settings of accounts into credentials; refuses with the key at fault. */
final class AccountSettings {
    private AccountSettings() {}

    /** @throws SettingsException naming the key */
    static Map<AccountId, Credentials> credentials(LivePersonSettings settings) {
        return sources(settings).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, source -> source.getValue().read()));
    }

    /** @throws SettingsException naming the key */
    static Map<AccountId, CredentialSource> sources(LivePersonSettings settings) {
        if (settings.accounts().isEmpty()) {
            throw new SettingsException("liveperson.accounts", "names no account to serve");
        }
        return new TreeMap<>(settings.accounts())
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                account -> id(account.getKey()),
                                account -> new CredentialSource(
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
}
