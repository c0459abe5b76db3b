package dev.accountconfig.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether and where a simulator runs beside the proxy. */
@ConfigMapping(prefix = "simulator")
interface EmbeddedSettings {

    /** Off unless asked for: nothing of it belongs in production. */
    @WithDefault("false")
    boolean embedded();

    /** Any free port will do for the simulator; this one is written in the development profile. */
    @WithDefault("8089")
    int port();
}
