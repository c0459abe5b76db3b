package dev.accountconfig;

import dev.accountconfig.cache.Archive;
import dev.accountconfig.cache.FileArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Turns {@code cache.directory} into an archive; refuses with the key. */
final class ArchiveSettings {
    private ArchiveSettings() {}

    /** @throws SettingsException where the directory cannot be made or written to */
    static <K> Archive<K> archive(
            CacheSettings cache, Set<String> collections, Set<K> keys, FileArchive.Surroundings surroundings) {
        return cache.directory()
                .map(directory -> files(directory, collections, keys, surroundings))
                .orElseGet(Archive::memoryOnly);
    }

    private static <K> Archive<K> files(
            Path directory, Set<String> collections, Set<K> keys, FileArchive.Surroundings surroundings) {
        try {
            return FileArchive.in(directory, collections, keys, surroundings);
        } catch (IOException unwritable) {
            throw new SettingsException(
                    "cache.directory", "names " + directory + ", which cannot be written to: " + unwritable);
        }
    }
}
