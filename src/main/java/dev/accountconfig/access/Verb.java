package dev.accountconfig.access;

import java.util.Locale;

/** What a caller may do to its accounts. None contains another. */
public enum Verb {
    READ,
    WRITE,
    /** What operators do, on the management port. */
    ADMIN;

    /** As it is written in settings and in the description of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
