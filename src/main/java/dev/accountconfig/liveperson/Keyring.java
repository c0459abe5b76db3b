package dev.accountconfig.liveperson;

import dev.accountconfig.schedule.AccountId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The credentials in force, an account each. They change while the service runs; the accounts do not. */
public final class Keyring {
    private final ConcurrentHashMap<AccountId, Credentials> credentials;

    /** @param credentials for every account that will ever be asked for */
    public Keyring(Map<AccountId, ? extends Credentials> credentials) {
        this.credentials = new ConcurrentHashMap<>(credentials);
    }

    public Set<AccountId> accounts() {
        return Set.copyOf(credentials.keySet());
    }

    /** From the next sign-in, or the next signature, on. */
    public void replace(AccountId account, Credentials others) {
        credentials.replace(account, others);
    }

    Credentials of(AccountId account) {
        return Optional.ofNullable(credentials.get(account)).orElseThrow();
    }

    /** What the account cannot be read without. */
    Set<VendorService> services(AccountId account) {
        Set<VendorService> services = EnumSet.of(VendorService.ACCOUNT_CONFIG_READ_ONLY);
        of(account).service().ifPresent(services::add);
        return services;
    }
}
