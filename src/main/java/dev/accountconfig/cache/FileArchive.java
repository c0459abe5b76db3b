package dev.accountconfig.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * Last known good values as files, {@code <directory>/<collection>/<key>.kept}, one for each key. {@link Heading} says what
 * is in them; they hold what an origin sent and nothing else: no credentials, no token, no session.
 *
 * <p>Keys are told apart by their {@code toString}. Ages across a restart are measured by the calendar, since nothing else
 * goes on while no process runs.
 *
 * <p>A {@linkplain LastKnownGood#forget removal} overtakes all writes that wait, and undoes one that is under way. A process
 * that is killed before the removal leaves a value that is too old; no more than a change made while it was down can it be
 * known, and as after that the restored value is not fresh.
 */
public final class FileArchive<K> implements Archive<K> {
    private final Map<String, KeptFiles> directories;
    private final Set<K> keys;
    private final Desk desk;

    private FileArchive(Map<String, KeptFiles> directories, Set<K> keys, Desk desk) {
        this.directories = directories;
        this.keys = keys;
        this.desk = desk;
    }

    /** What all collections share. */
    record Desk(InstantSource calendar, Backlog backlog, ArchiveListener listener) {}

    /**
     * @param writer runs one thing at a time, in the order in which it was given, and is allowed to wait for a disk
     */
    public record Surroundings(InstantSource calendar, Executor writer, ArchiveListener listener) {}

    /**
     * @param collections the names of all that will be asked for
     * @param keys those that are restored
     * @throws IOException where a directory cannot be made or written to
     */
    public static <K> FileArchive<K> in(Path directory, Set<String> collections, Set<K> keys, Surroundings surroundings)
            throws IOException {
        Map<String, KeptFiles> directories = new TreeMap<>();
        for (String collection : collections) {
            directories.put(collection, KeptFiles.in(directory.resolve(FileName.of(collection))));
        }
        Backlog backlog = new Backlog(surroundings.writer());
        return new FileArchive<>(
                directories, Set.copyOf(keys), new Desk(surroundings.calendar(), backlog, surroundings.listener()));
    }

    @Override
    public <V> LastKnownGood<K, V> collection(String collection, Codec<V> codec) {
        KeptFiles files = Optional.ofNullable(directories.get(collection))
                .orElseThrow(() -> new IllegalArgumentException("no directory was made for " + collection));
        return new FileCollection<>(collection, files, keys, codec, desk);
    }

    @Override
    public void close(Duration limit) {
        desk.backlog().close(limit);
    }
}
