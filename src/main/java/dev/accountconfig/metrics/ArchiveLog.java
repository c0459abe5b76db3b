package dev.accountconfig.metrics;

import dev.accountconfig.cache.ArchiveListener;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * One line for each file that is skipped; and one when files can no longer be written and one when all of them can be again,
 * not one an attempt.
 */
public final class ArchiveLog implements ArchiveListener {
    private static final Logger LOG = Logger.getLogger(ArchiveLog.class);

    private final Set<Path> failing = ConcurrentHashMap.newKeySet();

    @Override
    public void became(Fate fate, String collection, Path file, String words) {
        switch (fate) {
            case RECALLED -> {}
            case SKIPPED -> LOG.warnf("The last known good %s in %s are not restored: it %s", collection, file, words);
            case WRITTEN, REMOVED -> well(file);
            case FAILED -> failing(file, words);
        }
    }

    private void failing(Path file, String words) {
        boolean first = failing.isEmpty();
        failing.add(file);
        if (first) {
            LOG.warnf("Last known good values cannot be kept, so that a restart forgets: writing %s %s", file, words);
        }
    }

    private void well(Path file) {
        if (failing.remove(file) && failing.isEmpty()) {
            LOG.info("Last known good values can be kept again");
        }
    }
}
