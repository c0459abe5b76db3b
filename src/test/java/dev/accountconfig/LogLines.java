package dev.accountconfig;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Lines of the log as somebody would read them. */
final class LogLines {
    private LogLines() {}

    /** With its parameters, and with whatever was thrown. */
    static String whole(LogRecord line) {
        StringWriter text = new StringWriter();
        text.append(line instanceof ExtLogRecord record ? record.getFormattedMessage() : line.getMessage());
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
