package dev.accountconfig;

import io.quarkus.runtime.configuration.ConfigurationException;

/** A setting that cannot be served with; ends the start with one line that names the key. */
public final class SettingsException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    SettingsException(String key, String words) {
        super(key + " " + words);
    }
}
