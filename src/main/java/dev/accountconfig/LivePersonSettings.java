package dev.accountconfig;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code liveperson.*}: which accounts, where, and as whom. */
@ConfigMapping(prefix = "liveperson")
public interface LivePersonSettings {
    /** Base address of the Domain API. Its scheme is the scheme of every vendor call. */
    @WithDefault("https://api.liveperson.net")
    URI domainApi();

    /** How long an address is used before the Domain API is asked again. */
    @WithDefault("10m")
    Duration domainsFresh();

    /** Hosts, and parents of hosts, that may ever see credentials. */
    @WithDefault("liveperson.net")
    List<String> allowedHosts();

    Map<String, Account> accounts();

    /** One configured account. */
    interface Account {
        CredentialSettings credentials();
    }

    /** How an account is signed in to. */
    interface CredentialSettings {
        @WithDefault("login")
        Kind kind();

        Optional<String> username();

        Optional<Path> passwordFile();

        Optional<String> password();

        Optional<String> appKey();

        Optional<Path> secretFile();

        Optional<String> secret();

        Optional<String> accessToken();

        Optional<Path> accessTokenSecretFile();

        Optional<String> accessTokenSecret();

        Optional<String> clientId();

        Optional<Path> clientSecretFile();

        Optional<String> clientSecret();

        Optional<String> scope();
    }

    /** Ways of signing in. */
    enum Kind {
        /** A user of the account, through the login service. */
        LOGIN,
        /** An API key, with which every call is signed. */
        OAUTH1,
        /** Client credentials, for a token of sentinel. */
        OAUTH2
    }
}
