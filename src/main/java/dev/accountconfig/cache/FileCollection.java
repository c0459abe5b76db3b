package dev.accountconfig.cache;

import dev.accountconfig.cache.ArchiveListener.Fate;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One collection of a {@link FileArchive}. A file that is not fit to be read is told of, left where it is, and replaced when
 * its key is next kept. Files of keys that are not among ours are not looked at.
 */
final class FileCollection<K, V> implements LastKnownGood<K, V> {
    /** A value that is confirmed every minute is not written every minute; after a restart it looks older by so much. */
    private static final Duration SAME_CONFIRMATION = Duration.ofMinutes(10);

    private final String name;
    private final KeptFiles files;
    private final Set<K> keys;
    private final Codec<V> codec;
    private final FileArchive.Desk desk;
    private final Map<K, Written<V>> written = new ConcurrentHashMap<>();

    FileCollection(String name, KeptFiles files, Set<K> keys, Codec<V> codec, FileArchive.Desk desk) {
        this.name = name;
        this.files = files;
        this.keys = keys;
        this.codec = codec;
        this.desk = desk;
    }

    /**
     * What a file says.
     *
     * @param value weak, since it is the cache that decides how long a value is remembered
     */
    private record Written<V>(
            WeakReference<V> value, @Nullable String revision, Instant confirmed) {
        boolean covers(V next, @Nullable String nextRevision, Instant now) {
            return value.refersTo(next)
                    && Objects.equals(revision, nextRevision)
                    && Duration.between(confirmed, now).abs().compareTo(SAME_CONFIRMATION) < 0;
        }
    }

    @Override
    public List<Kept<K, V>> recall() {
        return keys.parallelStream().flatMap(key -> recall(key).stream()).toList();
    }

    @Override
    public void keep(K key, V value, @Nullable String revision) {
        Instant now = desk.calendar().instant();
        Path file = file(key);
        desk.backlog().write(file, () -> write(key, file, value, new Heading(name, key.toString(), revision, now)));
    }

    @Override
    public void forget(K key) {
        Path file = file(key);
        desk.backlog().remove(file, () -> remove(key, file));
    }

    /** Whatever is wrong with a file, and be it a mistake of ours in reading it, must not keep the service from starting. */
    private Optional<Kept<K, V>> recall(K key) {
        Path file = file(key);
        try {
            Optional<Kept<K, V>> kept = read(key, file);
            kept.ifPresent(recalled -> tell(Fate.RECALLED, file, ""));
            return kept;
        } catch (IOException | RuntimeException unfit) {
            tell(Fate.SKIPPED, file, words(unfit));
            return Optional.empty();
        }
    }

    private Optional<Kept<K, V>> read(K key, Path file) throws IOException {
        Optional<byte[]> content = KeptFiles.read(file);
        return content.isEmpty() ? Optional.empty() : Optional.of(read(key, content.get()));
    }

    private Kept<K, V> read(K key, byte[] content) throws IOException {
        Heading heading = Heading.of(content);
        if (!heading.collection().equals(name) || !heading.key().equals(key.toString())) {
            throw new UnfitFileException("is of " + heading.key() + " in " + heading.collection());
        }
        V value = codec.decode(Heading.payload(content));
        written.put(key, new Written<>(new WeakReference<>(value), heading.revision(), heading.confirmed()));
        return new Kept<>(key, value, heading.revision(), age(heading.confirmed()));
    }

    /** A clock that was put back cannot say how old anything is; zero is what it comes nearest to. */
    private Duration age(Instant confirmed) {
        Duration age = Duration.between(confirmed, desk.calendar().instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private void write(K key, Path file, V value, Heading heading) {
        Written<V> before = written.get(key);
        if (before != null && before.covers(value, heading.revision(), heading.confirmed())) {
            return;
        }
        try {
            files.replace(file, heading.over(codec.encode(value)));
            written.put(key, new Written<>(new WeakReference<>(value), heading.revision(), heading.confirmed()));
            tell(Fate.WRITTEN, file, "");
        } catch (IOException | RuntimeException failure) {
            tell(Fate.FAILED, file, words(failure));
        }
    }

    private void remove(K key, Path file) {
        written.remove(key);
        try {
            if (files.remove(file)) {
                tell(Fate.REMOVED, file, "");
            }
        } catch (IOException | RuntimeException failure) {
            tell(Fate.FAILED, file, words(failure));
        }
    }

    private Path file(K key) {
        return files.of(key.toString());
    }

    private void tell(Fate fate, Path file, String words) {
        desk.listener().became(fate, name, file, words);
    }

    private static String words(Exception failure) {
        boolean told = failure instanceof UnfitFileException || failure instanceof IllegalArgumentException;
        return told ? String.valueOf(failure.getMessage()) : "gave " + failure;
    }
}
