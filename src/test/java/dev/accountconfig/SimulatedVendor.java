package dev.accountconfig;

import dev.accountconfig.simulator.Privilege;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A simulated vendor behind the service under test, with more accounts than tests, so that none shares an entry. */
public class SimulatedVendor implements QuarkusTestResourceLifecycleManager {
    /** {@code cold01} to {@code cold98}, beside the account of the default world. */
    private static final int ACCOUNTS = 98;

    /** {@code key01} and on with an API key, and {@code token01} and on with OAuth 2. */
    private static final int OTHERS = 5;

    static final int SERVED = 1 + ACCOUNTS + 2 * OTHERS;

    private final Simulator simulator = Simulator.on(0);

    @Override
    public Map<String, String> start() {
        simulator.user("hours-proxy", Planted.PASSWORD, Privilege.EVERYTHING);
        Map<String, String> settings = new HashMap<>();
        settings.put("liveperson.domain-api", "http://" + simulator.host());
        settings.put("liveperson.allowed-hosts", "localhost");
        // Tests are about what the first reader of an account meets.
        settings.put("cache.warm-start", "false");
        configure(settings, "31415926");
        IntStream.rangeClosed(1, ACCOUNTS).mapToObj("cold%02d"::formatted).forEach(account -> {
            simulator.world().host(account, account);
            configure(settings, account);
        });
        IntStream.rangeClosed(1, OTHERS).mapToObj("key%02d"::formatted).forEach(account -> {
            simulator.world().host(account, account);
            Kinds.oauth1(settings, account);
        });
        IntStream.rangeClosed(1, OTHERS).mapToObj("token%02d"::formatted).forEach(account -> {
            simulator.world().host(account, account);
            Kinds.oauth2(settings, account);
        });
        return settings;
    }

    private static void configure(Map<String, String> settings, String account) {
        String credentials = "liveperson.accounts.\"" + account + "\".credentials.";
        settings.put(credentials + "username", "hours-proxy");
        settings.put(credentials + "password", Planted.PASSWORD);
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
