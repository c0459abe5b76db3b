package dev.accountconfig;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is written into the log of one category while it is open. */
final class HeardLines extends Handler implements AutoCloseable {
    private final Logger log;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    record Line(String text, String thread) {}

    HeardLines(String category) {
        log = Logger.getLogger(category);
        log.addHandler(this);
    }

    List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(new Line(line.getMessage(), Thread.currentThread().getName()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
