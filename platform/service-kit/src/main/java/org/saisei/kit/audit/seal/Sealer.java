package org.saisei.kit.audit.seal;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.saisei.kit.database.SqlFailure;

/**
 * Seals every few seconds, and once more when the service stops. What waits is watched as the runtime role sees it: also where
 * sealing is left to others, and where the sealer cannot log in.
 */
@Singleton
class Sealer {
    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final int ROWS_IN_A_BLOCK = 4_000;
    private static final int PATIENCE_SECONDS = 5;

    private final AgroalDataSource dataSource;
    private final SealState state;
    private final boolean enabled;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-sealer").factory());

    private volatile SealState.Waiting waiting = SealState.UNSEEN;
    /** Told since the trail was last sealed, each once: behind a connection that was cut there may be another cause. */
    private final Set<String> causes = new HashSet<>();

    Sealer(
            @DataSource("sealer") AgroalDataSource dataSource,
            SealState state,
            MeterRegistry meters,
            @ConfigProperty(name = "saisei.audit.sealer.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "saisei.audit.seal-every", defaultValue = "PT5S") Duration every) {
        this.dataSource = dataSource;
        this.state = state;
        this.enabled = enabled;
        this.every = every;
        gauge(
                meters,
                "saisei.audit.unsealed.seconds",
                "Age of the oldest row that no block seals",
                () -> waiting.seconds());
        gauge(meters, "saisei.audit.sealed.block", "Number of the last block", () -> waiting.lastBlock());
    }

    private static void gauge(MeterRegistry meters, String name, String text, Supplier<Number> value) {
        Gauge.builder(name, value).description(text).strongReference(true).register(meters);
    }

    void start(@Observes @Priority(2_100) StartupEvent started) {
        if (!enabled) {
            LOG.info("the audit trail is sealed elsewhere: saisei.audit.sealer.enabled is false");
        }
        clockwork.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) throws InterruptedException {
        clockwork.shutdown();
        if (clockwork.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            round();
        }
    }

    private void round() {
        boolean sealed = !enabled || succeeds(this::seal);
        boolean seen = succeeds(() -> waiting = state.waiting());
        if (!seen) {
            // an old figure would look like a true one
            waiting = SealState.UNSEEN;
        }
        if (sealed && seen && !causes.isEmpty()) {
            LOG.info("the audit trail is sealed again");
            causes.clear();
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private boolean succeeds(Step step) {
        try {
            step.run();
            return true;
        } catch (SQLException | RuntimeException failure) {
            var cause = SqlFailure.brief(failure);
            if (causes.add(cause)) {
                LOG.errorf("the audit trail is not sealed: %s", cause);
            }
            return false;
        }
    }

    private void seal() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var sealed = Sealing.next(connection, ROWS_IN_A_BLOCK);
            while (sealed.isPresent() && sealed.get().more()) {
                sealed = Sealing.next(connection, ROWS_IN_A_BLOCK);
            }
        }
    }
}
