package dev.accountconfig;

import dev.accountconfig.cache.Archive;
import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.FileArchive;
import dev.accountconfig.cache.Lifetime;
import dev.accountconfig.cache.Pauses;
import dev.accountconfig.cache.Policy;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.cache.Surroundings;
import dev.accountconfig.liveperson.AccountConfigOrigin;
import dev.accountconfig.liveperson.AuthorizedVendorCalls;
import dev.accountconfig.liveperson.CallLimits;
import dev.accountconfig.liveperson.Credentials;
import dev.accountconfig.liveperson.Domains;
import dev.accountconfig.liveperson.Floors;
import dev.accountconfig.liveperson.HostRules;
import dev.accountconfig.liveperson.HttpVendorCalls;
import dev.accountconfig.liveperson.Keyring;
import dev.accountconfig.liveperson.Resource;
import dev.accountconfig.liveperson.Secret;
import dev.accountconfig.liveperson.Sessions;
import dev.accountconfig.liveperson.SignIns;
import dev.accountconfig.liveperson.SnapshotCodec;
import dev.accountconfig.liveperson.VendorCalls;
import dev.accountconfig.liveperson.VendorListener;
import dev.accountconfig.liveperson.VendorSockets;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pieces of the service in an earlier life, which read everything and ended; then one file was altered, and the vendor
 * went down. So the service under test starts.
 */
public class EarlierLife implements QuarkusTestResourceLifecycleManager {
    private static final Set<AccountId> ACCOUNTS = Stream.of("31415926", "Cold01", "cold01", "altered")
            .map(AccountId::new)
            .collect(Collectors.toSet());
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Policy POLICY =
            new Policy(new Lifetime(LONG, LONG, LONG, LONG), LONG, LONG, Pauses.of(Duration.ofSeconds(5)), 100);
    private static final VendorListener UNHEARD = new VendorListener() {};

    private final Simulator simulator = Simulator.on(0);

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "last-known-good")
                    .toAbsolutePath();
            Map<String, String> settings = settings(directory);
            liveInAProcessOfItsOwn(directory);
            Files.writeString(directory.resolve("occasions").resolve("altered.kept"), "nonsense");
            simulator.refuse();
            return settings;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Map<String, String> settings(Path directory) {
        Map<String, String> settings = new HashMap<>();
        settings.put("cache.directory", directory.toString());
        settings.put("liveperson.domain-api", "http://" + simulator.host());
        settings.put("liveperson.allowed-hosts", "localhost");
        for (AccountId account : ACCOUNTS) {
            simulator.world().host(account.value(), account.value());
            settings.put("liveperson.accounts.\"" + account + "\".credentials.username", "hours-proxy");
            settings.put("liveperson.accounts.\"" + account + "\".credentials.password", "simulated");
        }
        return settings;
    }

    /** Libraries remember the application that ran last in a process, and do not work for none. */
    private void liveInAProcessOfItsOwn(Path directory) throws IOException {
        Process life = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EarlierLife.class.getName(),
                        simulator.host(),
                        directory.toString())
                .inheritIO()
                .start();
        if (life.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("the earlier life went wrong");
        }
    }

    /** Ends without a farewell, like one that is killed. */
    public static void main(String[] arguments) {
        int status = 1;
        try {
            live(arguments[0], archive(Path.of(arguments[1])));
            status = 0;
        } catch (IOException | RuntimeException wrong) {
            wrong.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    private static Archive<AccountId> archive(Path directory) throws IOException {
        return FileArchive.in(
                directory,
                Set.of(Domains.COLLECTION, "occasions", "workdays", "skills"),
                ACCOUNTS,
                new FileArchive.Surroundings(InstantSource.system(), Runnable::run, (fate, name, file, words) -> {}));
    }

    /** Without the insisting around calls, which needs a container and is not needed here. */
    private static void live(String vendor, Archive<AccountId> archive) {
        Vertx vertx = Vertx.vertx();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Surroundings surroundings = new Surroundings(System::nanoTime, timer, () -> 0.5, () -> Runnable::run);
        VendorCalls calls =
                new HttpVendorCalls(new VendorSockets(LONG, 8, null).open(vertx), new CallLimits(LONG, 1 << 20), timer);
        Keyring keyring = new Keyring(logins());
        Domains domains = new Domains(
                calls,
                new Domains.Sought(new HostRules(URI.create("http://" + vendor), List.of("localhost")), keyring),
                new Domains.Memory(LONG, LONG, archive),
                surroundings,
                new Domains.Listeners(UNHEARD, new CacheListener<AccountId>() {}));
        VendorCalls signedIn = new AuthorizedVendorCalls(
                calls,
                new Sessions(
                        new SignIns(keyring, domains, calls, InstantSource.system(), new SecureRandom()),
                        surroundings,
                        UNHEARD));
        Life life = new Life(archive, surroundings, domains, signedIn);
        read("occasions", Resource.occasions(), life);
        read("workdays", Resource.workdays(), life);
        read("skills", Resource.skills(), life);
    }

    private record Life(Archive<AccountId> archive, Surroundings surroundings, Domains domains, VendorCalls calls) {}

    private static <T extends Item> void read(String name, Resource<T> resource, Life life) {
        StaleCache<AccountId, Snapshot<T>> cache = new StaleCache<>(
                new AccountConfigOrigin<>(resource, life.domains(), life.calls(), new Floors(System::nanoTime)),
                POLICY,
                life.surroundings(),
                new CacheListener<>() {},
                life.archive().collection(name, new SnapshotCodec<>(resource)));
        ACCOUNTS.forEach(account -> cache.get(account).await().atMost(LONG));
    }

    private static Map<AccountId, Credentials.Login> logins() {
        return ACCOUNTS.stream()
                .collect(Collectors.toMap(
                        account -> account, account -> new Credentials.Login("hours-proxy", new Secret("simulated"))));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(Simulator.class));
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
