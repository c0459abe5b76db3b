package dev.accountconfig.cache;

/** How a reader was served. */
public enum Outcome {
    /** Fresh, from memory. */
    HIT,
    /** A known absence, from memory. */
    NEGATIVE,
    /** Stale, from memory, without waiting. */
    STALE,
    /** Stale, because the origin failed or took too long. */
    STALE_IF_ERROR,
    /** Waited for a flight that brought the whole value, or its absence, where there was nothing to serve. */
    FETCHED,
    /** Waited for a flight that brought the whole value, or its absence, in place of a stale one. */
    REFRESHED,
    /** Waited for a flight that confirmed the value. */
    REVALIDATED,
    /** Not served: nothing to serve and no answer. */
    FAILED
}
