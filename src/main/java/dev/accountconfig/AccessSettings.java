package dev.accountconfig;

import dev.accountconfig.access.Verb;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code access.*}: who may ask, and for what. */
@ConfigMapping(prefix = "access")
public interface AccessSettings {
    /** Everybody who reaches the service may read and write every account. */
    @WithDefault("false")
    boolean open();

    /** One line a key: the caller, and the SHA-256 of its key. Watched. */
    Optional<Path> keysFile();

    /** By name. */
    Map<String, CallerSettings> callers();

    Jwt jwt();

    /** One that is known. */
    interface CallerSettings {
        /** Ids, or {@code *} alone for all that are served. */
        Set<String> accounts();

        Set<Verb> verbs();

        /** SHA-256 of its certificate, or the subject's name. */
        Optional<String> certificate();

        /** What tokens call it. */
        Optional<String> subject();

        /** Requests a second; those of one second may come at once. */
        @WithDefault("500")
        double rate();
    }

    /** Tokens of one issuer. */
    interface Jwt {
        Optional<String> issuer();

        Optional<String> audience();

        @WithDefault("RS256,ES256")
        List<String> algorithms();

        /** A file with the issuer's key set, watched, or an https address. */
        Optional<String> keys();

        /** Which claim names the caller. */
        @WithDefault("sub")
        String claim();
    }
}
