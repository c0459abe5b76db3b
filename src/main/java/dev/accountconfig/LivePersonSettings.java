package dev.accountconfig;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
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

        String username();

        @WithName("password-file")
        Optional<Path> passwordFile();

        Optional<String> password();
    }

    /** Ways of signing in. */
    enum Kind {
        /** A user of the account, through the login service. */
        LOGIN
    }
}
