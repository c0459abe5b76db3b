package dev.accountconfig.schedule;

/** The three collections of an account. */
public enum ItemKind {
    OCCASION,
    WORKDAYS,
    SKILL
}
