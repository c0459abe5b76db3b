package dev.accountconfig;

/** A setting that cannot be served with; ends the start with one line that names the key. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String words) {
        super(words, null, false, false);
    }
}
