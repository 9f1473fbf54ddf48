package org.saisei.kit.it;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the service logs during a test, from a level upwards, whoever logs it. */
final class LoggedLines implements BeforeEachCallback, AfterEachCallback {
    private static final Logger EVERYTHING = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler listener;

    private LoggedLines(Level from) {
        this.listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= from.intValue()) {
                    lines.add(line.getLoggerName() + ": " + line.getMessage());
                }
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    static LoggedLines from(Level level) {
        return new LoggedLines(level);
    }

    /** So far, each behind its logger's name. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        lines.clear();
        EVERYTHING.addHandler(listener);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        EVERYTHING.removeHandler(listener);
    }
}
