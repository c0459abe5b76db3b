package dev.accountconfig.cache;

import java.io.IOException;

/** A file that was found is not one that we wrote, or not whole, or not for this; the message is a predicate. */
final class UnfitFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnfitFileException(String words) {
        super(words);
    }
}
