package org.saisei.kit.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.saisei.kit.database.Sql;
import org.saisei.kit.database.SqlFailure;

/** Looks at the backlog every few seconds, so that a scrape costs no query. */
@Singleton
class Backlog {
    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final String LOOK = """
            SELECT (SELECT count(*) FROM outbox WHERE published_at IS NULL),
                   (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)
                    FROM outbox WHERE published_at IS NULL),
                   (SELECT count(*) FROM outbox_parked_key WHERE released_at IS NULL),
                   (SELECT count(*) FROM parked_event WHERE resolved_at IS NULL)
            """;

    private final Sql sql;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("backlog").factory());
    private static final Seen UNSEEN = new Seen(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private volatile Seen seen = UNSEEN;
    private final List<Measure> measures;
    private final Map<String, Double> measured = new ConcurrentHashMap<>();
    private boolean blind;

    private record Seen(double waiting, double oldestSeconds, double refusedKeys, double parked) {}

    Backlog(
            Sql sql,
            MeterRegistry meters,
            Instance<Measure> measures,
            @ConfigProperty(name = "saisei.backlog.every", defaultValue = "PT5S") Duration every) {
        this.sql = sql;
        this.every = every;
        this.measures = measures.stream().toList();
        this.measures.forEach(measure -> gauge(
                meters,
                measure.gauge(),
                measure.description(),
                () -> measured.getOrDefault(measure.gauge(), Double.NaN)));
        gauge(meters, "saisei.outbox.waiting", "Events committed and not yet on Kafka", () -> seen.waiting());
        gauge(meters, "saisei.outbox.oldest.seconds", "Age of the oldest of them", () -> seen.oldestSeconds());
        gauge(meters, "saisei.outbox.refused.keys", "Keys whose event the broker refuses", () -> seen.refusedKeys());
        gauge(meters, "saisei.inbox.parked", "Received events that wait, by gap or poison", () -> seen.parked());
    }

    private static void gauge(
            MeterRegistry meters, String name, String text, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(text).strongReference(true).register(meters);
    }

    void start(@Observes @Priority(2_100) StartupEvent started) {
        clockwork.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    private void look() {
        try {
            seen = sql.first(
                            LOOK,
                            row -> new Seen(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
                    .orElse(UNSEEN);
            measures.forEach(measure -> measured.put(measure.gauge(), measure.look()));
            if (blind) {
                LOG.info("the database answers again");
            }
            blind = false;
        } catch (RuntimeException databaseAway) {
            if (!blind) {
                LOG.warnf("the database does not answer: %s", SqlFailure.brief(databaseAway));
            }
            // an old figure would look like a true one
            seen = UNSEEN;
            measured.clear();
            blind = true;
        }
    }
}
