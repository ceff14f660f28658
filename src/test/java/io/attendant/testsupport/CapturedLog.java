package io.attendant.testsupport;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Everything that is logged while it is open, with the messages of all causes. */
public final class CapturedLog extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    private CapturedLog() {
        setLevel(Level.ALL);
    }

    public static CapturedLog open() {
        CapturedLog log = new CapturedLog();
        ROOT.addHandler(log);
        return log;
    }

    @Override
    public void publish(LogRecord logged) {
        StringWriter line = new StringWriter();
        line.append(logged.getLevel().getName())
                .append(' ')
                .append(logged.getLoggerName())
                .append(' ');
        line.append(logged instanceof ExtLogRecord formatted ? formatted.getFormattedMessage() : logged.getMessage());
        if (logged instanceof ExtLogRecord context) {
            line.append(' ').append(context.getMdcCopy().toString());
        }
        if (logged.getThrown() != null) {
            logged.getThrown().printStackTrace(new PrintWriter(line));
        }
        lines.add(line.toString());
    }

    /** One string, a line a record. */
    public String text() {
        return String.join("\n", lines);
    }

    /** The records that say that something broke. */
    public List<String> errors() {
        return lines.stream()
                .filter(line -> line.startsWith("ERROR") || line.startsWith("SEVERE"))
                .toList();
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
