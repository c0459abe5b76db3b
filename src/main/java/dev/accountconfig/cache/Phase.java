package dev.accountconfig.cache;

/** How far a cache believes what it holds for a key. {@code Entry} says when a key is in which. */
public enum Phase {
    /** Served; nothing is asked. */
    FRESH,
    /** A known absence, served as such; nothing is asked. */
    NEGATIVE,
    /** Served at once, and revalidated behind the reader's back (RFC 5861 section 3). */
    STALE_SERVABLE,
    /** Revalidated first, served if that fails or takes too long; at once while the key is held down (RFC 5861 section 4). */
    STALE_IF_ERROR,
    /** Nothing that could be served. */
    EXPIRED
}
