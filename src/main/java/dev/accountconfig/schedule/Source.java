package dev.accountconfig.schedule;

/** What decided about a time. */
public enum Source {
    WORKDAYS,
    OCCASION,
    /** No schedule applies; neither open nor closed is known. */
    NONE
}
