package org.saisei.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.saisei.kit.database.SqlFailure;

/**
 * Tells when a database that answers takes no write: read-only, its disk full, its commits hanging. The renewal of the leases
 * is a write that every replica makes each second, asked for or not. Logs the beginning and the end, and nothing between.
 */
@Singleton
class WriteWatch {
    private static final Logger LOG = Logger.getLogger(WriteWatch.class);

    private final MeterRegistry meters;
    private volatile long lastNanos;
    private boolean failing;

    WriteWatch(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Without a relay there is no write to watch, and no gauge. */
    void begin() {
        lastNanos = System.nanoTime();
        Gauge.builder("saisei.database.unwritten.seconds", () -> (System.nanoTime() - lastNanos) / 1e9)
                .description("For how long no write of this replica's own to its database has succeeded")
                .strongReference(true)
                .register(meters);
    }

    void succeeded() {
        if (failing) {
            failing = false;
            LOG.infof(
                    "the database takes writes again, after %d s without",
                    (System.nanoTime() - lastNanos) / 1_000_000_000);
        }
        lastNanos = System.nanoTime();
    }

    void failed(RuntimeException fault) {
        if (failing) {
            return;
        }
        failing = true;
        if (SqlFailure.of(fault) == SqlFailure.TRANSIENT) {
            LOG.warnf("the database takes no write: %s; tried again until it does", SqlFailure.brief(fault));
        } else {
            LOG.error("the leases of the outbox are not renewed; tried again until they are", fault);
        }
    }
}
