package dev.accountconfig.cache;

/** How a reader was served. Declared from the best to the worst. */
public enum Outcome {
    /** Fresh, from memory. */
    HIT,
    /** A known absence, from memory. */
    NEGATIVE,
    /** Waited for a flight that confirmed the value. */
    REVALIDATED,
    /** Waited for a flight that brought the whole value, or its absence, in place of a stale one. */
    REFRESHED,
    /** Waited for a flight that brought the whole value, or its absence, where there was nothing to serve. */
    FETCHED,
    /** Stale, from memory, without waiting. */
    STALE,
    /** Stale, because the origin failed or took too long. */
    STALE_IF_ERROR,
    /** Not served: nothing to serve and no answer. */
    FAILED;

    /** What is to be said of an answer that was made of two. */
    Outcome orWorse(Outcome other) {
        return compareTo(other) < 0 ? other : this;
    }
}
