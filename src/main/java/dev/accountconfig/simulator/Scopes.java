package dev.accountconfig.simulator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an OAuth 2 client was installed with, and what accountConfig wants (contract, section 6.2). Which scope that is, if
 * any, is not documented for these resources: by default none, and a client that nobody has installed may have any.
 */
final class Scopes {

    private final Map<String, Set<String>> installed = new HashMap<>();
    private String wanted = "";

    synchronized void install(String clientId, Set<String> scopes) {
        installed.put(clientId, Set.copyOf(scopes));
    }

    /** @param scope empty for none */
    synchronized void want(String scope) {
        wanted = scope;
    }

    synchronized void restore() {
        installed.clear();
        wanted = "";
    }

    synchronized boolean include(String clientId, String asked) {
        return !installed.containsKey(clientId) || installed.get(clientId).containsAll(words(asked));
    }

    /** What is asked for, or all of it where nothing is. */
    synchronized String granted(String clientId, String asked) {
        return asked.isEmpty() ? String.join(" ", new TreeSet<>(installed.getOrDefault(clientId, Set.of()))) : asked;
    }

    /** A token without the scope that is wanted is good for nothing: 403. */
    synchronized Privilege cut(Privilege privilege, String clientId, String asked) {
        return wanted.isEmpty() || words(granted(clientId, asked)).contains(wanted) ? privilege : Privilege.NOTHING;
    }

    private static Set<String> words(String scopes) {
        var words = new HashSet<>(Arrays.asList(scopes.split(" ", -1)));
        words.remove("");
        return words;
    }
}
