package dev.accountconfig.cache;

/** Elapsed time. Readings mean something only relative to each other; they are not times of day. */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since an arbitrary origin; never runs backwards. */
    long read();
}
