package dev.accountconfig.cache;

import java.nio.file.Path;

/** Is told what becomes of the files of an archive, on the thread where it happens; must be quick and must not throw. */
@FunctionalInterface
public interface ArchiveListener {
    enum Fate {
        /** Read at the start. */
        RECALLED,
        /** Found at the start, and not fit to be read. */
        SKIPPED,
        WRITTEN,
        REMOVED,
        /** Could be neither written nor removed, and is as before. */
        FAILED
    }

    /** @param words a predicate, as in "is truncated", where the file was skipped or failed; else empty */
    void became(Fate fate, String collection, Path file, String words);

    default ArchiveListener and(ArchiveListener other) {
        return (fate, collection, file, words) -> {
            became(fate, collection, file, words);
            other.became(fate, collection, file, words);
        };
    }
}
