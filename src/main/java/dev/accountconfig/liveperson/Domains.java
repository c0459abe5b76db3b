package dev.accountconfig.liveperson;

import static java.util.stream.Collectors.toMap;

import dev.accountconfig.cache.Archive;
import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.KeyState;
import dev.accountconfig.cache.Lifetime;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Policy;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where an account's services live: asked every so often, kept through any outage of the Domain API, and asked for again
 * when a service cannot be reached. Nobody waits for it but the very first call of an account.
 */
public final class Domains {
    public static final String COLLECTION = "domains";

    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration NEGATIVE = Duration.ofSeconds(30);
    private static final long MAX_ACCOUNTS = 100_000;

    private final StaleCache<AccountId, Hosts> hosts;

    /** @param calls without authorisation: the Domain API wants none, and must get none */
    public Domains(VendorCalls calls, Sought sought, Memory memory, Surroundings surroundings, Listeners listeners) {
        Policy policy = new Policy(
                new Lifetime(memory.fresh(), KEPT, KEPT, NEGATIVE),
                memory.patience(),
                memory.patience(),
                VendorRetries.OF_LOOK_UPS,
                MAX_ACCOUNTS);
        this.hosts = new StaleCache<>(
                new DomainApi(calls, sought, listeners.vendor()),
                policy,
                surroundings,
                listeners.cache(),
                memory.archive().collection(COLLECTION, new HostsCodec(sought.rules())));
    }

    /**
     * @param rules of what may be found
     * @param keyring which tells what an account cannot do without
     */
    public record Sought(HostRules rules, Keyring keyring) {}

    /**
     * @param fresh how long an address is used before it is asked for again; the vendor's own clients take 1 to 120 minutes
     * @param patience longer than one call may take
     * @param archive has a {@link #COLLECTION}
     */
    public record Memory(Duration fresh, Duration patience, Archive<AccountId> archive) {}

    public record Listeners(VendorListener vendor, CacheListener<? super AccountId> cache) {}

    /** @return fails with an {@link OriginFailure} where the service cannot be found */
    Uni<VendorHost> host(AccountId account, VendorService service) {
        return hosts.get(account)
                .map(served -> served.value()
                        .flatMap(known -> known.of(service))
                        .orElseThrow(() -> unknown(account, service)));
    }

    /** What was kept may be of a time in which the account was signed in to in another way. */
    private OriginFailure unknown(AccountId account, VendorService service) {
        doubt(account);
        return new OriginFailure(
                OriginFailure.Reason.REFUSED,
                "names no " + service.wireName() + " in its Domain API for account " + account,
                Duration.ZERO);
    }

    /** Where an account's services are known to live, by their names; empty where nothing is known. For operators. */
    public Map<String, String> known(AccountId account) {
        return hosts.held(account)
                .map(known -> known.byService().entrySet().stream()
                        .collect(toMap(
                                host -> host.getKey().wireName(),
                                host -> host.getValue().toString())))
                .orElse(Map.of());
    }

    /** How the addresses of every account stand; for metrics. */
    public Stream<KeyState> states() {
        return hosts.states();
    }

    /** A service did not answer where it was thought to live. */
    void doubt(AccountId account) {
        hosts.doubt(account);
    }
}
