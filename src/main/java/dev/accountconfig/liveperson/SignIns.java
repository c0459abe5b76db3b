package dev.accountconfig.liveperson;

import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Each account in the way that its credentials are for. */
public final class SignIns implements SignIn {
    private final Keyring keyring;
    private final UserLogin login;
    private final ClientCredentialsGrant grant;
    private final VendorClock clock;
    private final RandomGenerator nonces;

    /**
     * @param calls unsigned
     * @param calendar ours, which may differ from the vendor's
     * @param nonces thread-safe
     */
    public SignIns(
            Keyring keyring, Domains domains, VendorCalls calls, InstantSource calendar, RandomGenerator nonces) {
        this.keyring = keyring;
        this.login = new UserLogin(domains, calls);
        this.grant = new ClientCredentialsGrant(domains, calls);
        this.clock = new VendorClock(calendar);
        this.nonces = nonces;
    }

    @Override
    public Uni<Granted> to(AccountId account) {
        return keyring.of(account)
                .match(
                        user -> login.to(account, user),
                        key -> Uni.createFrom().item(granted(key)),
                        client -> grant.to(account, client));
    }

    /** Nobody is asked: whether the vendor accepts it shows when it is used. */
    private Granted granted(Credentials.ApiKey key) {
        return new Granted(new SignedByKey(key, clock, nonces), Granted.FOR_EVER, Keeper.NONE);
    }

    @Override
    public String words(AccountId account) {
        return keyring.of(account).words();
    }
}
