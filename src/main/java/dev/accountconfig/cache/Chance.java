package dev.accountconfig.cache;

/** Randomness, for spreading what would otherwise happen to all keys at the same moment. */
@FunctionalInterface
public interface Chance {
    /** Uniformly distributed, from 0 including to 1 excluding. */
    double next();
}
