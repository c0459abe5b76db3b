package dev.accountconfig;

import dev.accountconfig.AccessSettings.CallerSettings;
import dev.accountconfig.AccessSettings.Jwt;
import dev.accountconfig.access.Accounts;
import dev.accountconfig.access.Allowance;
import dev.accountconfig.access.Caller;
import dev.accountconfig.access.Enrolment;
import dev.accountconfig.access.NewKey;
import dev.accountconfig.access.TokenRules;
import dev.accountconfig.schedule.AccountId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Turns settings into callers; refuses with the key at fault what lets nobody in, or somebody by mistake. */
final class AccessRules {
    private static final String ALL = "*";
    private static final double MAX_RATE = 1_000_000;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final AccessSettings settings;
    private final Set<AccountId> served;

    AccessRules(AccessSettings settings, Set<AccountId> served) {
        this.settings = settings;
        this.served = Set.copyOf(served);
    }

    /** @throws SettingsException where nobody said who may ask, or two things at once */
    boolean areOpen() {
        boolean named = !settings.callers().isEmpty();
        require(
                named || settings.open(),
                "access.callers",
                "names no caller, so nobody could ask: name those who may (docs/callers.md), or say access.open=true"
                        + " where whoever reaches this service may read and write");
        require(
                !named || !settings.open(),
                "access.open",
                "is true, and access.callers names callers: either everybody may ask, or only those callers");
        require(
                named || settings.keysFile().isEmpty(),
                "access.keys-file",
                "holds keys of callers, and access.callers names none");
        return settings.open();
    }

    /** @throws SettingsException naming the key */
    List<Enrolment> enrolments(LongSupplier ticker) {
        Set<String> subjects = new HashSet<>();
        return new TreeMap<>(settings.callers())
                .entrySet().stream()
                        .map(entry -> enrolment(entry, subjects, ticker))
                        .toList();
    }

    private Enrolment enrolment(Map.Entry<String, CallerSettings> entry, Set<String> subjects, LongSupplier ticker) {
        String key = key(entry.getKey());
        CallerSettings caller = entry.getValue();
        require(NewKey.isName(entry.getKey()), key, "is no name: 1 to 64 letters, digits or . _ -");
        require(!caller.verbs().isEmpty(), key + ".verbs", "must name read, write or admin");
        require(caller.rate() > 0 && caller.rate() <= MAX_RATE, key + ".rate", "must be above 0 and at most 1000000");
        require(
                settings.keysFile().isPresent()
                        || caller.certificate().isPresent()
                        || caller.subject().isPresent(),
                key,
                "cannot be known by anything: it needs a key in access.keys-file, a .certificate or a .subject");
        caller.subject().ifPresent(subject -> {
            require(settings.jwt().keys().isPresent(), key + ".subject", "needs access.jwt.keys");
            require(subjects.add(subject), key + ".subject", "is another caller's too");
        });
        return new Enrolment(
                new Caller(entry.getKey(), accounts(key, caller), caller.verbs(), Allowance.of(caller.rate(), ticker)),
                caller.certificate(),
                caller.subject());
    }

    static String key(String caller) {
        return "access.callers.\"" + caller + "\"";
    }

    /** A name that is misspelt would never let anybody in, and nobody would know why. */
    private Accounts accounts(String key, CallerSettings caller) {
        Set<String> named = caller.accounts();
        require(!named.isEmpty(), key + ".accounts", "must name accounts, or * for all");
        if (named.equals(Set.of(ALL))) {
            return Accounts.every();
        }
        for (String account : named) {
            require(
                    AccountId.isOne(account) && served.contains(new AccountId(account)),
                    key + ".accounts",
                    "names " + account + ", which liveperson.accounts does not");
        }
        return Accounts.of(named);
    }

    /** @return empty where no tokens are taken */
    Optional<TokenRules> tokens() {
        Jwt jwt = settings.jwt();
        if (jwt.keys().isEmpty()) {
            require(jwt.issuer().isEmpty() && jwt.audience().isEmpty(), "access.jwt.keys", "is required for tokens");
            return Optional.empty();
        }
        Set<String> algorithms = Set.copyOf(jwt.algorithms());
        require(!algorithms.isEmpty(), "access.jwt.algorithms", "must name one");
        require(
                TokenRules.unfit(algorithms).isEmpty(),
                "access.jwt.algorithms",
                "must be asymmetric: RS256, PS256, ES256, EdDSA and their like");
        return Optional.of(new TokenRules(
                required("access.jwt.issuer", jwt.issuer()),
                required("access.jwt.audience", jwt.audience()),
                algorithms,
                jwt.claim()));
    }

    /**
     * Whoever could change the keys on their way could sign in as anybody. What is refused is not shown: it may hold a password.
     *
     * @return empty where the keys are in a file, or nowhere
     */
    Optional<URI> issuerAddress() {
        return settings.jwt().keys().filter(source -> source.contains("://")).map(source -> {
            URI address = address(source);
            require(
                    "https".equals(address.getScheme()) || isLoopback(address),
                    "access.jwt.keys",
                    "must be a file or an https address");
            require(address.getHost() != null, "access.jwt.keys", "is an address without a host");
            require(
                    address.getUserInfo() == null,
                    "access.jwt.keys",
                    "must be an address without a name or a password");
            return address;
        });
    }

    private static URI address(String source) {
        try {
            return new URI(source);
        } catch (URISyntaxException none) {
            throw new SettingsException("access.jwt.keys", "is no address");
        }
    }

    private static boolean isLoopback(URI address) {
        return "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
    }

    private static String required(String key, Optional<String> value) {
        return value.orElseThrow(() -> new SettingsException(key, "is required: a token for others is none for us"));
    }

    private static void require(boolean kept, String key, String words) {
        if (!kept) {
            throw new SettingsException(key, words);
        }
    }
}
