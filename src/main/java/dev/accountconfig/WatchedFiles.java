package dev.accountconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Files that may change while the service runs. They are looked at every so often instead of listened to: a secret that
 * Kubernetes mounts is changed by swapping a symbolic link two directories above it, which no file event of the file tells.
 *
 * <p>A group is told of as a whole, so that a key and its secret, swapped together, are read together. What cannot be read
 * at the moment is no change: whatever is in use stays in use until there is something new. Where it stays so, the group is
 * told of it once, to say what is wrong.
 */
final class WatchedFiles implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WatchedFiles.class);

    /** Longer than it takes to put a file in the place of another. */
    private static final int PATIENCE = 3;

    private final List<Group> groups = new CopyOnWriteArrayList<>();
    private final List<ExecutorService> threads = new CopyOnWriteArrayList<>();

    /**
     * @param changed reads the files anew, on the thread that looks; refuses with a {@link SettingsException} what cannot be
     *     served with
     */
    void watch(Set<Path> files, Runnable changed) {
        groups.add(new Group(contents(files), changed));
    }

    /** Every so often from now on, on a thread that ends with this. */
    void lookOn(ScheduledExecutorService thread, Duration pause) {
        threads.add(thread);
        Future<?> unused =
                thread.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdownNow);
    }

    /** Once, at all groups. One that refuses its files is told of when they change again, and not before. */
    void look() {
        groups.forEach(Group::look);
    }

    private static Map<Path, byte[]> contents(Set<Path> files) {
        return files.stream()
                .collect(Collectors.toMap(
                        file -> file, WatchedFiles::content, (first, second) -> first, LinkedHashMap::new));
    }

    /** Empty where there is nothing to be read. */
    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    private static final class Group {
        private Map<Path, byte[]> known;
        private final Runnable changed;

        /** Looks in a row that found something missing. */
        private int incomplete;

        Group(Map<Path, byte[]> known, Runnable changed) {
            this.known = known;
            this.changed = changed;
        }

        synchronized void look() {
            Map<Path, byte[]> found = contents(known.keySet());
            boolean whole = found.values().stream().allMatch(content -> content.length > 0);
            incomplete = whole ? 0 : incomplete + 1;
            if (whole && moved(found)) {
                known = found;
                tell();
            } else if (incomplete == PATIENCE) {
                tell();
            }
        }

        private boolean moved(Map<Path, byte[]> found) {
            return found.entrySet().stream()
                    .anyMatch(file -> !Arrays.equals(file.getValue(), known.get(file.getKey())));
        }

        private void tell() {
            try {
                changed.run();
                LOG.infof("In force from now on: %s", known.keySet());
            } catch (SettingsException refused) {
                LOG.warnf("A changed file is not used, and what was in force stays: %s", refused.getMessage());
            } catch (RuntimeException bug) {
                // Thrown on, it would end all looking for good. Its message may quote the file.
                LOG.errorf(
                        "Not in force, by a bug of this service: %s, %s at %s",
                        known.keySet(), bug.getClass().getName(), bug.getStackTrace()[0]);
            }
        }
    }
}
