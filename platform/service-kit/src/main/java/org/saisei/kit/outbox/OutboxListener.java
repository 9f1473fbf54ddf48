package org.saisei.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** Hears from other replicas that a lane held here has new rows. Lost notices are caught by the poll. */
@Singleton
class OutboxListener {
    private static final Logger LOG = Logger.getLogger(OutboxListener.class);
    private static final int WAIT_MILLIS = 5_000;

    private final DataSource dataSource;
    private final OutboxRelay relay;
    private final boolean enabled;
    private final CountDownLatch stopping = new CountDownLatch(1);

    OutboxListener(
            DataSource dataSource,
            OutboxRelay relay,
            @ConfigProperty(name = "saisei.outbox.relay", defaultValue = "true") boolean enabled) {
        this.dataSource = dataSource;
        this.relay = relay;
        this.enabled = enabled;
    }

    void start(@Observes @Priority(2_001) StartupEvent started) {
        if (enabled) {
            Thread.ofPlatform().daemon().name("outbox-listener").start(this::run);
        }
    }

    void stop(@Observes @Priority(400) ShutdownEvent stopped) {
        stopping.countDown();
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try {
                listen();
            } catch (SQLException | RuntimeException fault) {
                LOG.debug("listening interrupted", fault);
                if (waitedForStop()) {
                    return;
                }
            }
        }
    }

    private void listen() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("LISTEN saisei_outbox");
            }
            var postgres = connection.unwrap(PGConnection.class);
            while (stopping.getCount() > 0) {
                var notices = postgres.getNotifications(WAIT_MILLIS);
                if (notices != null) {
                    for (var notice : notices) {
                        relay.wake(Integer.parseInt(notice.getParameter()));
                    }
                }
            }
        }
    }

    private boolean waitedForStop() {
        try {
            return stopping.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
