package dev.accountconfig.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.Landing;
import dev.accountconfig.cache.OriginFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An outage is a few lines in the log, however long it lasts. */
class CacheLogTest {
    private static final Logger LOG = Logger.getLogger(CacheLog.class.getName());

    private final CacheLog<String> log = new CacheLog<>("occasions");
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

    /** Without its parents: what is expected here is not unexpected elsewhere. */
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

    private void fails(String words) {
        log.failed("31415926", OriginFailure.unavailable(words), 1, Duration.ofSeconds(5));
    }

    @Test
    void itSaysWhenAKeyBeginsToFailAndWhenItIsWellAgain() {
        fails("answered 500");
        fails("answered 500");
        log.landed("31415926", Landing.NOT_MODIFIED);
        log.landed("31415926", Landing.NOT_MODIFIED);
        assertThat(lines)
                .containsExactly(
                        "WARN The occasions of 31415926 cannot be refreshed: LivePerson answered 500",
                        "INFO The occasions of 31415926 can be refreshed again");
    }

    @Test
    void anotherReasonIsAnotherLine() {
        fails("answered 500");
        fails("answered 401");
        assertThat(lines).hasSize(2).last().asString().contains("answered 401");
    }

    @Test
    void aBugOfOursIsAnErrorEveryTime() {
        log.failed("31415926", new IllegalStateException("bug"), 1, Duration.ofSeconds(5));
        log.failed("31415926", new IllegalStateException("bug"), 2, Duration.ofSeconds(10));
        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("ERROR"));
    }
}
