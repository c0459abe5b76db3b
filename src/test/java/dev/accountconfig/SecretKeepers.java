package dev.accountconfig;

import dev.accountconfig.simulator.ApiKey;
import dev.accountconfig.simulator.Privilege;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A service with a secret of every kind: an account for each way of signing in, one with a wrong password, and a caller. */
public class SecretKeepers implements QuarkusTestResourceLifecycleManager {
    static final String WRONG_PASSWORD = "planted+wrong/passw0rd=&";
    static final ApiKey API_KEY =
            new ApiKey("planted-app-key", "planted/api+secret=&1", "planted-token", "planted/token+secret=&2");
    static final String CLIENT_SECRET = "planted/client+secret=&3";

    static final List<String> ACCOUNTS = List.of("31415926", "refused", "signed", "granted");

    private final Simulator simulator = Simulator.on(0);
    private final Path directory = temporary();

    private static Path temporary() {
        try {
            return Files.createTempDirectory("secrets");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** All that must be seen nowhere. */
    static Planted planted() {
        return Planted.inTheSuite()
                .and("a wrong password", WRONG_PASSWORD)
                .and("the secret of an API key", API_KEY.secret())
                .and("the secret of its token", API_KEY.accessTokenSecret())
                .and("the secret of a client", CLIENT_SECRET);
    }

    @Override
    public Map<String, String> start() {
        ACCOUNTS.forEach(account -> simulator.world().host(account, account));
        simulator.user("hours-proxy", Planted.PASSWORD, Privilege.EVERYTHING);
        simulator.user("client", CLIENT_SECRET, Privilege.EVERYTHING);
        simulator.apiKey(API_KEY, Privilege.EVERYTHING);
        Map<String, String> settings = new HashMap<>();
        settings.put("liveperson.domain-api", "http://" + simulator.host());
        settings.put("liveperson.allowed-hosts", "localhost");
        settings.put("cache.warm-start", "false");
        settings.put("cache.directory", directory.resolve("kept").toString());
        signIn(
                settings,
                "31415926",
                Map.of("username", "hours-proxy", "password-file", file("password", Planted.PASSWORD)));
        signIn(settings, "refused", Map.of("username", "hours-proxy", "password", WRONG_PASSWORD));
        signIn(
                settings,
                "signed",
                Map.of(
                        "kind", "oauth1",
                        "app-key", API_KEY.appKey(),
                        "secret-file", file("secret", API_KEY.secret()),
                        "access-token", API_KEY.accessToken(),
                        "access-token-secret", API_KEY.accessTokenSecret()));
        signIn(
                settings,
                "granted",
                Map.of("kind", "oauth2", "client-id", "client", "client-secret-file", file("client", CLIENT_SECRET)));
        settings.put("access.open", "false");
        settings.put("access.keys-file", file("keys", "planner " + sha256(Planted.KEY) + "\n"));
        settings.put("access.callers.\"planner\".accounts", "*");
        settings.put("access.callers.\"planner\".verbs", "read,write,admin");
        settings.put("quarkus.log.level", "DEBUG");
        settings.put("quarkus.log.console.level", "INFO");
        // The callers' side, which happens to live in the same process.
        settings.put("quarkus.log.category.\"org.apache.http\".level", "INFO");
        return settings;
    }

    private static void signIn(Map<String, String> settings, String account, Map<String, String> credentials) {
        credentials.forEach(
                (key, value) -> settings.put("liveperson.accounts.\"" + account + "\".credentials." + key, value));
    }

    private String file(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content).toString();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String sha256(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
