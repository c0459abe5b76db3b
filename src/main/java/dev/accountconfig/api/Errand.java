package dev.accountconfig.api;

import dev.accountconfig.access.Caller;
import dev.accountconfig.access.Verb;
import dev.accountconfig.schedule.AccountId;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody came for: which verb of which account. The one table of who may pass where; the resources say the same by
 * their annotations, and a test compares the two. Pure.
 *
 * @param verb null where it is open to all
 * @param account null where the address names none, or nothing that could be one
 */
record Errand(@Nullable Verb verb, @Nullable String account) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> SIGNING_IN = Set.of("POST", "OPTIONS");

    private static final List<String> PREFIXES = List.of("/v1/accounts/", "/api/account/", "/csdr/account/");

    private static final Pattern DOMAINS =
            Pattern.compile("/(?:api|csdr)/account/[^/]+/service/(?:[^/]+/)?baseURI\\.json/?");
    private static final Pattern SIGN_IN = Pattern.compile("/api/account/[^/]+/(?:login|refresh|logout)/?");

    /** @param path as the router reads it: without a query, and with what need not be encoded decoded */
    static Errand of(String method, String path) {
        return new Errand(isOpenToAll(method, path) ? null : verb(method), account(path));
    }

    /** As the router reads its path, so that both read the same account; what holds nothing encoded is the same already. */
    static Errand of(RoutingContext context) {
        String sent = context.request().path();
        String path = sent.indexOf('%') < 0 ? sent : context.normalizedPath();
        return of(context.request().method().name(), path);
    }

    /** Whether it is let in for that, whatever it has asked for already. */
    boolean isAllowedTo(Caller caller) {
        return account == null || verb == null || (caller.has(account) && caller.may(verb));
    }

    private static boolean isOpenToAll(String method, String path) {
        if (path.startsWith("/v1/")) {
            return false;
        }
        return (READING.contains(method) && DOMAINS.matcher(path).matches())
                || (SIGNING_IN.contains(method) && SIGN_IN.matcher(path).matches());
    }

    /** Whatever is not known to change nothing may change something. */
    private static Verb verb(String method) {
        return READING.contains(method) ? Verb.READ : Verb.WRITE;
    }

    private static @Nullable String account(String path) {
        for (String prefix : PREFIXES) {
            if (path.startsWith(prefix)) {
                int end = path.indexOf('/', prefix.length());
                return account(path, prefix.length(), end < 0 ? path.length() : end);
            }
        }
        return null;
    }

    private static @Nullable String account(String path, int from, int to) {
        String segment = Face.decoded(path.substring(from, to));
        return AccountId.isOne(segment) ? segment : null;
    }
}
