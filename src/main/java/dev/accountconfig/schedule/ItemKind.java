package dev.accountconfig.schedule;

/** What a finding can be about: an item of one of the three collections, or the account as a whole. */
public enum ItemKind {
    ACCOUNT,
    OCCASION,
    WORKDAYS,
    SKILL
}
