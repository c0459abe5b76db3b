package dev.accountconfig.cache;

/** How a flight ended that brought an answer. */
public enum Landing {
    /** A value nobody had yet, or another than before. */
    CHANGED,
    /** The whole value again, equal to the one held, whatever its revision. */
    UNCHANGED,
    /** Confirmed by revision; no value was sent. */
    NOT_MODIFIED,
    /** There is no such thing. */
    ABSENT
}
