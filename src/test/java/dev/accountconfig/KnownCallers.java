package dev.accountconfig;

import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service that tells its callers apart, in front of a simulated vendor. Every caller has the key {@code key-of-NAME}, and the
 * name {@code svc-NAME} in tokens.
 */
public class KnownCallers implements QuarkusTestResourceLifecycleManager {
    public static final String OWN = "31415926";
    public static final String FOREIGN = "elsewhere";

    private final Simulator simulator = Simulator.on(0);
    private final Issuer issuer = new Issuer();
    private final Map<String, String> lines = new TreeMap<>();
    private final Path directory = directory();

    @Override
    public Map<String, String> start() {
        simulator.world().host(FOREIGN, FOREIGN);
        simulator.world().account(OWN).document("le-users/users", "[]");
        Map<String, String> settings = new HashMap<>();
        settings.put("liveperson.domain-api", "http://" + simulator.host());
        settings.put("liveperson.allowed-hosts", "localhost");
        for (String account : new String[] {OWN, FOREIGN}) {
            String credentials = "liveperson.accounts.\"" + account + "\".credentials.";
            settings.put(credentials + "username", "hours-proxy");
            settings.put(credentials + "password", "simulated");
        }
        settings.put("access.open", "false");
        settings.put("access.keys-file", keysFile().toString());
        settings.put("access.jwt.issuer", Issuer.NAME);
        settings.put("access.jwt.audience", Issuer.AUDIENCE);
        settings.put("access.jwt.keys", issuerFile().toString());
        caller(settings, "reader", OWN, "read", 1_000_000);
        caller(settings, "writer", OWN, "read,write", 1_000_000);
        caller(settings, "write-only", OWN, "write", 1_000_000);
        caller(settings, "operator", "*", "admin", 1_000_000);
        caller(settings, "stranger", FOREIGN, "read,write", 1_000_000);
        caller(settings, "everywhere", "*", "read,write", 1_000_000);
        caller(settings, "modest", OWN, "read", 5);
        writeKeys();
        write(issuerFile(), issuer.published());
        return settings;
    }

    private void caller(Map<String, String> settings, String name, String accounts, String verbs, int rate) {
        String caller = "access.callers.\"" + name + "\".";
        settings.put(caller + "accounts", accounts);
        settings.put(caller + "verbs", verbs);
        settings.put(caller + "subject", "svc-" + name);
        settings.put(caller + "rate", Integer.toString(rate));
        lines.put("key-of-" + name, name);
    }

    public Issuer issuer() {
        return issuer;
    }

    public Path keysFile() {
        return directory.resolve("keys");
    }

    public Path issuerFile() {
        return directory.resolve("jwks.json");
    }

    /** From the next look at the file. */
    public void add(String key, String caller) {
        lines.put(key, caller);
        writeKeys();
    }

    public void remove(String key) {
        lines.remove(key);
        writeKeys();
    }

    private void writeKeys() {
        StringBuilder text = new StringBuilder("# made by a test\n");
        lines.forEach((key, caller) ->
                text.append(caller).append(' ').append(sha256(key)).append('\n'));
        write(keysFile(), text.toString());
    }

    public static void write(Path file, String text) {
        try {
            Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "callers")), "known");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(Simulator.class));
        injector.injectIntoFields(this, new TestInjector.MatchesType(KnownCallers.class));
    }

    @Override
    public void stop() {
        simulator.close();
    }
}
