package dev.accountconfig;

import dev.accountconfig.simulator.ApiKey;
import java.util.Map;

/** Settings of accounts that are signed in to without a user, with what {@link SimulatedVendor} knows. */
final class Kinds {
    private Kinds() {}

    static void oauth1(Map<String, String> settings, String account) {
        settings.put(key(account, "kind"), "oauth1");
        settings.put(key(account, "app-key"), ApiKey.DEFAULT.appKey());
        settings.put(key(account, "secret"), ApiKey.DEFAULT.secret());
        settings.put(key(account, "access-token"), ApiKey.DEFAULT.accessToken());
        settings.put(key(account, "access-token-secret"), ApiKey.DEFAULT.accessTokenSecret());
    }

    static void oauth2(Map<String, String> settings, String account) {
        settings.put(key(account, "kind"), "oauth2");
        settings.put(key(account, "client-id"), "hours-proxy");
        settings.put(key(account, "client-secret"), Planted.PASSWORD);
    }

    static String key(String account, String name) {
        return "liveperson.accounts.\"" + account + "\".credentials." + name;
    }
}
