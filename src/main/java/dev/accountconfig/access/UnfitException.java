package dev.accountconfig.access;

/** Says, without showing it, what is wrong with keys that were handed in; whoever knows the file adds its name. */
public final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitException(String words) {
        super(words);
    }
}
