package dev.accountconfig.liveperson;

import dev.accountconfig.schedule.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** How we stand with the vendor, by account: what happened last, for operators. As large as the accounts that are configured. */
public final class Standings implements VendorListener {
    private final InstantSource calendar;
    private final ConcurrentHashMap<AccountId, Map<String, BreakerState>> breakers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<AccountId, SignInReport> signIns = new ConcurrentHashMap<>();

    public Standings(InstantSource calendar) {
        this.calendar = calendar;
    }

    /**
     * @param signedIn when the last sign-in that went well ended; null where there was none
     * @param failed when the last one failed; null where it did not
     * @param why it failed, null as {@code failed} is
     */
    public record SignInReport(
            @Nullable Instant signedIn, @Nullable Instant failed, VendorFailure.@Nullable Kind why) {
        private static final SignInReport NONE = new SignInReport(null, null, null);
    }

    @Override
    public void breakerMoved(AccountId account, VendorService service, BreakerState to) {
        breakers.computeIfAbsent(account, unused -> new ConcurrentSkipListMap<>())
                .put(service.wireName(), to);
    }

    @Override
    public void signedIn(AccountId account) {
        signIns.put(account, new SignInReport(calendar.instant(), null, null));
    }

    @Override
    public void signInFailed(AccountId account, VendorFailure.Kind kind) {
        signIns.compute(
                account,
                (same, before) -> new SignInReport(
                        Optional.ofNullable(before).map(SignInReport::signedIn).orElse(null),
                        calendar.instant(),
                        kind));
    }

    /** Of the services that were called, by their names. */
    public Map<String, BreakerState> breakers(AccountId account) {
        return Map.copyOf(breakers.getOrDefault(account, Map.of()));
    }

    public SignInReport signIn(AccountId account) {
        return signIns.getOrDefault(account, SignInReport.NONE);
    }
}
