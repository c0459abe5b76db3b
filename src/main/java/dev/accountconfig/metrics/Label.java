package dev.accountconfig.metrics;

import java.util.Locale;

/** Values of labels. */
final class Label {
    private Label() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
