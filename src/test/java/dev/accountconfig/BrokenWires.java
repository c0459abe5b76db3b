package dev.accountconfig;

import dev.accountconfig.faults.Authority;
import dev.accountconfig.faults.FaultProxy;
import dev.accountconfig.simulator.Privilege;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A simulated vendor over https, with a wire that can be broken before each of its services: the look-up, the sign-in and
 * the configuration. Shorter time-outs than the default, so that a black hole costs a test less.
 */
public class BrokenWires implements QuarkusTestResourceLifecycleManager {
    /** {@code wire00} to {@code wire99}; every name in an account starts with the account's id. */
    static final List<String> ACCOUNTS =
            IntStream.range(0, 100).mapToObj("wire%02d"::formatted).toList();

    /** Nobody else uses this word, so that one can look for it everywhere. */
    static final String PASSWORD = "Pl4nted+Secret/of=Wires";

    private final Simulator simulator = Simulator.on(0);
    private final Authority authority = Authority.create();
    private final Wires wires = new Wires(wire(), wire(), wire());

    /** A wire before each service. */
    record Wires(FaultProxy lookUp, FaultProxy signIn, FaultProxy configuration) {
        void heal() {
            all().forEach(FaultProxy::heal);
        }

        List<FaultProxy> all() {
            return List.of(lookUp, signIn, configuration);
        }
    }

    private FaultProxy wire() {
        return FaultProxy.withTls(simulator.port(), authority);
    }

    /** After the vendor that most tests share, and which is there in every test: the later settings hold. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        simulator.user("hours-proxy", PASSWORD, Privilege.EVERYTHING);
        simulator.world().at("agentVep", wires.signIn().host());
        simulator.world().at("accountConfigReadOnly", wires.configuration().host());
        Map<String, String> settings = new HashMap<>();
        settings.put("liveperson.domain-api", "https://" + wires.lookUp().host());
        settings.put("liveperson.allowed-hosts", "localhost");
        settings.put("upstream.trust-file", authority.pem().toString());
        settings.put("upstream.connect", "700ms");
        settings.put("upstream.deadline", "1s");
        settings.put("upstream.breaker.open-for", "2s");
        settings.put("cache.warm-start", "false");
        ACCOUNTS.forEach(account -> host(account, settings));
        return settings;
    }

    private void host(String account, Map<String, String> settings) {
        simulator.world().host(account, account);
        String credentials = "liveperson.accounts.\"" + account + "\".credentials.";
        settings.put(credentials + "username", "hours-proxy");
        settings.put(credentials + "password", PASSWORD);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new TestInjector.MatchesType(Simulator.class));
        injector.injectIntoFields(wires, new TestInjector.MatchesType(Wires.class));
    }

    @Override
    public void stop() {
        wires.all().forEach(FaultProxy::close);
        simulator.close();
    }

    /** Where a test leaves the numbers that it measured. */
    static Path report(String name) {
        return Path.of("target", "promises", name + ".txt");
    }
}
