package dev.accountconfig;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** {@code api.*}: how callers reach this service. */
@ConfigMapping(prefix = "api")
public interface ApiSettings {
    /** Host, and port where it is not 443, that LivePerson clients are told to go to. */
    Optional<String> publicHost();
}
