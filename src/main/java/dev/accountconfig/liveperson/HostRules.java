package dev.accountconfig.liveperson;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which hosts may ever see credentials. The Domain API is asked without a signature of any kind, so what it answers is
 * believed only within these bounds: a plain host name under an allowed suffix, on the standard https port. Plain http, and
 * other ports, exist for loopback hosts alone.
 */
public final class HostRules {
    private static final Pattern BARE_HOST = Pattern.compile("([a-z0-9](?:[a-z0-9.-]{0,252}))(?::([0-9]{1,5}))?");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
    private static final int HTTPS_PORT = 443;

    private final VendorHost domainApi;
    private final List<String> suffixes;

    /**
     * @param domainApi base address of the Domain API; its scheme is the scheme of every vendor call
     * @param suffixes allowed hosts and parents of allowed hosts
     * @throws IllegalArgumentException where {@code domainApi} itself breaks the rules
     */
    public HostRules(URI domainApi, List<String> suffixes) {
        this.suffixes = suffixes.stream().map(HostRules::lowerCase).toList();
        boolean secure = "https".equalsIgnoreCase(domainApi.getScheme());
        this.domainApi = Optional.of(domainApi)
                .filter(HostRules::plain)
                .flatMap(plain -> parse(secure, String.valueOf(plain.getRawAuthority())))
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "must be an https address, or http on a loopback host, without a path, with a host within liveperson.allowed-hosts"));
    }

    public VendorHost domainApi() {
        return domainApi;
    }

    /** @param baseUri a bare host as the Domain API answers it (contract 4) */
    public Optional<VendorHost> admit(String baseUri) {
        return parse(domainApi.secure(), baseUri);
    }

    /** A scheme and an authority; a path or a query would be dropped in silence. */
    private static boolean plain(URI address) {
        return String.valueOf(address).matches("(?i)https?://[^/?#]+/?");
    }

    private Optional<VendorHost> parse(boolean secure, String authority) {
        Matcher parts = BARE_HOST.matcher(lowerCase(authority));
        if (!parts.matches() || !allowed(parts.group(1))) {
            return Optional.empty();
        }
        String name = parts.group(1);
        int port = parts.group(2) == null ? (secure ? HTTPS_PORT : 80) : Integer.parseInt(parts.group(2));
        boolean admissible = LOOPBACK.contains(name) ? port > 0 && port < 65536 : secure && port == HTTPS_PORT;
        return admissible ? Optional.of(new VendorHost(secure, name, port)) : Optional.empty();
    }

    private boolean allowed(String name) {
        return suffixes.stream().anyMatch(suffix -> name.equals(suffix) || name.endsWith("." + suffix));
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
