package dev.accountconfig.cache;

/**
 * An answer to a write whose content is not known here.
 *
 * @param aftermath what it says about the values that are held
 */
public record Written<R>(R answer, Aftermath aftermath) {
    public enum Aftermath {
        /** Nothing was written. */
        NOTHING,
        /** Perhaps something was written: the held value is served only where the origin fails. */
        DISTRUST,
        /** Something was written, or shown not to be what is held: the origin is asked before the answer is passed on. */
        REFETCH
    }
}
