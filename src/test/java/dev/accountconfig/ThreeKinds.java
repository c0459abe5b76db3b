package dev.accountconfig;

import dev.accountconfig.simulator.ApiKey;
import dev.accountconfig.simulator.Privilege;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An account of each kind, each with secrets of its own that are mounted as Kubernetes mounts them. */
public class ThreeKinds implements QuarkusTestResourceLifecycleManager {
    static final String LOGIN = "rotated1";
    static final String OAUTH1 = "rotated2";
    static final String OAUTH2 = "rotated3";

    static final String FIRST = "Pl4nted+first/of=kinds";

    private final Simulator simulator = Simulator.on(0);
    private final Mounts mounts = new Mounts(new HashMap<>());

    /** By account. */
    record Mounts(Map<String, MountedSecret> of) {}

    static ApiKey key(String secret) {
        return new ApiKey("rotated-app-key", secret, "rotated-access-token", secret + "&token");
    }

    /** After the vendor that most tests share: the later settings hold. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        simulator.user("rotated-user", FIRST, Privilege.EVERYTHING);
        simulator.apiKey(key(FIRST), Privilege.EVERYTHING);
        simulator.client("rotated-client", FIRST, Set.of("hours"));
        Map<String, String> settings = new HashMap<>();
        settings.put("liveperson.domain-api", "http://" + simulator.host());
        settings.put("liveperson.allowed-hosts", "localhost");
        settings.put("cache.warm-start", "false");
        settings.put("cache.fresh", "50ms");
        Path login = mount(LOGIN, Map.of("password", FIRST));
        settings.put(Kinds.key(LOGIN, "username"), "rotated-user");
        settings.put(
                Kinds.key(LOGIN, "password-file"), login.resolve("password").toString());
        Path oauth1 = mount(OAUTH1, Map.of("secret", FIRST, "token-secret", FIRST + "&token"));
        settings.put(Kinds.key(OAUTH1, "kind"), "oauth1");
        settings.put(Kinds.key(OAUTH1, "app-key"), key(FIRST).appKey());
        settings.put(Kinds.key(OAUTH1, "access-token"), key(FIRST).accessToken());
        settings.put(Kinds.key(OAUTH1, "secret-file"), oauth1.resolve("secret").toString());
        settings.put(
                Kinds.key(OAUTH1, "access-token-secret-file"),
                oauth1.resolve("token-secret").toString());
        Path oauth2 = mount(OAUTH2, Map.of("client-secret", FIRST));
        settings.put(Kinds.key(OAUTH2, "kind"), "oauth2");
        settings.put(Kinds.key(OAUTH2, "client-id"), "rotated-client");
        settings.put(
                Kinds.key(OAUTH2, "client-secret-file"),
                oauth2.resolve("client-secret").toString());
        return settings;
    }

    private Path mount(String account, Map<String, String> secrets) {
        try {
            simulator.world().host(account, account);
            Path directory =
                    Files.createTempDirectory(Path.of("target"), "mounted-").toAbsolutePath();
            mounts.of().put(account, new MountedSecret(directory, secrets));
            return directory;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(Simulator.class));
        injector.injectIntoFields(mounts, new TestInjector.MatchesType(Mounts.class));
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
