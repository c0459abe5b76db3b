package dev.accountconfig;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What was warned of since somebody first asked. */
final class Warnings {
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    static {
        Logger.getLogger("").addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                    HEARD.add(
                            line instanceof org.jboss.logmanager.ExtLogRecord formatted
                                    ? formatted.getFormattedMessage()
                                    : line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    private Warnings() {}

    static List<String> heard() {
        return HEARD;
    }
}
