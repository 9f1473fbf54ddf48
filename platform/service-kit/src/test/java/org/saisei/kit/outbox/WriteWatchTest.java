package org.saisei.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteWatchTest {
    private final Logger log = Logger.getLogger(WriteWatch.class.getName());
    private final List<LogRecord> told = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            told.add(entry);
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };
    private final WriteWatch watch = new WriteWatch(new SimpleMeterRegistry());

    @BeforeEach
    void listen() {
        log.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(listener);
    }

    @Test
    void theBeginningAndTheEndOfAnOutageAreToldOnceEachInALine() {
        for (int i = 0; i < 40; i++) {
            watch.failed(new IllegalStateException(new SQLException("read-only", "25006")));
        }
        for (int i = 0; i < 3; i++) {
            watch.succeeded();
        }

        assertThat(told)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getThrown()).isNull());
    }

    @Test
    void aFaultOfOursIsToldWithItsPlace() {
        watch.failed(new IllegalStateException());
        watch.failed(new IllegalStateException());

        assertThat(told)
                .singleElement()
                .satisfies(line -> assertThat(line.getThrown()).isNotNull());
    }
}
