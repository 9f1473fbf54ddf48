package org.saisei.kit.restore;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Lets one replica compare, while others wait for it. All that a comparison does may be done twice, so nobody waits for ever
 * for one that is frozen. The lock is the session's and not a transaction's: that would be ended while the broker is asked.
 */
@Singleton
class Turn {
    private static final Logger LOG = Logger.getLogger(Turn.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtextextended('topic comparison', 0))";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtextextended('topic comparison', 0))";

    private final DataSource dataSource;

    Turn(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void take(Runnable work) {
        try (var connection = dataSource.getConnection()) {
            boolean ours = await(connection);
            try {
                work.run();
            } finally {
                if (ours) {
                    ask(connection, UNLOCK);
                }
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("no turn to compare", fault);
        }
    }

    private static boolean await(Connection connection) throws SQLException {
        long begun = System.nanoTime();
        while (!ask(connection, LOCK)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                LOG.warn("another replica has compared for long; not waited for any more");
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }

    private static boolean ask(Connection connection, String lock) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(lock)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
