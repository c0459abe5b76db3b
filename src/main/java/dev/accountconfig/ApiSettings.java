package dev.accountconfig;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** {@code api.*}: how callers reach this service. */
@ConfigMapping(prefix = "api")
public interface ApiSettings {
    /** Host, and port where it is not 443, that LivePerson clients are told to go to. */
    Optional<String> publicHost();

    /** How long the service may rehearse its answers at the start, before it listens. */
    @WithDefault("500ms")
    Duration rehearsal();

    /** Header fields that a request may have. */
    @WithDefault("100")
    int headerFields();

    /** From the first byte of a request to the end of its head. */
    @WithDefault("10s")
    Duration headTime();

    /** From the first byte of a request to its last. */
    @WithDefault("60s")
    Duration requestTime();
}
