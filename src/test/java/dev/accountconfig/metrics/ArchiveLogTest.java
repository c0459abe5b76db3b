package dev.accountconfig.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.ArchiveListener.Fate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A full disk is two lines in the log, however many files it concerns; a file that is skipped is one. */
class ArchiveLogTest {
    private static final Logger LOG = Logger.getLogger(ArchiveLog.class.getName());
    private static final Path A = Path.of("kept", "a.kept");
    private static final Path B = Path.of("kept", "b.kept");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> lines = new ArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            String text = line instanceof ExtLogRecord formatted ? formatted.getFormattedMessage() : line.getMessage();
            lines.add(line.getLevel() + " " + text);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final ArchiveLog log = new ArchiveLog();

    @BeforeEach
    void listen() {
        LOG.addHandler(ear);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(ear);
        LOG.setUseParentHandlers(true);
    }

    private void became(Fate fate, Path file) {
        log.became(fate, "occasions", file, fate == Fate.FAILED ? "gave No space left on device" : "is truncated");
    }

    @Test
    void itSaysOnceThatFilesCannotBeWrittenAndOnceThatAllCanBeAgain() {
        became(Fate.FAILED, A);
        became(Fate.FAILED, B);
        became(Fate.FAILED, A);
        became(Fate.WRITTEN, A);
        became(Fate.REMOVED, B);
        became(Fate.WRITTEN, B);
        assertThat(lines)
                .containsExactly(
                        "WARN Last known good values cannot be kept, so that a restart forgets: writing " + A
                                + " gave No space left on device",
                        "INFO Last known good values can be kept again");
    }

    @Test
    void aSkippedFileIsNamedWithItsReason() {
        became(Fate.SKIPPED, A);
        assertThat(lines)
                .containsExactly("WARN The last known good occasions in " + A + " are not restored: it is truncated");
    }

    @Test
    void whatGoesWellIsNotWorthALine() {
        became(Fate.RECALLED, A);
        became(Fate.WRITTEN, A);
        became(Fate.REMOVED, A);
        assertThat(lines).isEmpty();
    }

    @Test
    void everyFateIsCountedFromNoughtOn() {
        ArchiveMeters meters = new ArchiveMeters(registry, List.of("occasions"));
        assertThat(count(Fate.FAILED)).isZero();
        meters.became(Fate.FAILED, "occasions", A, "gave No space left on device");
        assertThat(count(Fate.FAILED)).isEqualTo(1);
        assertThat(registry.find(MeterName.CACHE_FILES.id()).counters()).hasSize(Fate.values().length);
    }

    private double count(Fate fate) {
        return registry.get(MeterName.CACHE_FILES.id())
                .tags("collection", "occasions", "outcome", Label.of(fate))
                .counter()
                .count();
    }
}
