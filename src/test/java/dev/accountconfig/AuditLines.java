package dev.accountconfig;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is written into the audit log while it is open. */
final class AuditLines extends Handler implements AutoCloseable {
    private static final Logger AUDIT = Logger.getLogger("audit");

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    record Line(String text, String thread) {}

    AuditLines() {
        AUDIT.addHandler(this);
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
        AUDIT.removeHandler(this);
    }
}
