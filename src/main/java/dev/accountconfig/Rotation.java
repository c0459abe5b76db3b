package dev.accountconfig;

import dev.accountconfig.api.Collections;
import dev.accountconfig.schedule.AccountId;
import java.util.Map;

/** Secrets that are files change while the service runs: what is under way goes on, and what comes next has the new ones. */
final class Rotation {
    private final Map<AccountId, CredentialSource> sources;
    private final WatchedFiles files;
    private final Upstream upstream;
    private final Collections collections;

    Rotation(LivePersonSettings settings, WatchedFiles files, Upstream upstream, Collections collections) {
        this.sources = AccountSettings.sources(settings);
        this.files = files;
        this.upstream = upstream;
        this.collections = collections;
    }

    /** Once; what has changed since the settings were read is in force as well. */
    void begin() {
        sources.forEach((account, source) -> {
            if (!source.files().isEmpty()) {
                files.watch(source.files(), () -> rotate(account, source));
                upstream.keyring().replace(account, source.read());
            }
        });
    }

    /** Readers wait for no pause that the former credentials have brought about. */
    private void rotate(AccountId account, CredentialSource source) {
        upstream.keyring().replace(account, source.read());
        upstream.sessions().credentialsChanged(account);
        collections.forgive(account);
    }
}
