package org.saisei.kit.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.saisei.kit.broker.Broker;

/**
 * Asks the broker every few seconds whether it is there, so that a service with nothing to send or receive does not look
 * well while it is cut off. Logs the beginning and the end of an outage, and nothing between.
 */
@Singleton
class BrokerWatch {
    private static final Logger LOG = Logger.getLogger(BrokerWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Broker broker;
    private final InboxLag lag;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("broker-watch").factory());
    private volatile boolean reachable = true;

    /** As it was last known, for the log. */
    private Set<String> missing = Set.of();

    private volatile double missingCount = Double.NaN;

    BrokerWatch(
            Broker broker,
            InboxLag lag,
            MeterRegistry meters,
            @ConfigProperty(name = "saisei.backlog.every", defaultValue = "PT5S") Duration every) {
        this.broker = broker;
        this.lag = lag;
        this.every = every;
        Gauge.builder("saisei.broker.reachable", () -> reachable ? 1 : 0)
                .description("1 while the Kafka broker answers, 0 while it does not")
                .strongReference(true)
                .register(meters);
        Gauge.builder("saisei.broker.topics.missing", () -> missingCount)
                .description("Topics of the event contracts that the broker has not")
                .strongReference(true)
                .register(meters);
    }

    void start(@Observes @Priority(2_100) StartupEvent started) {
        var admin = broker.admin(PATIENCE);
        clockwork.scheduleWithFixedDelay(() -> look(admin), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    private void look(Admin admin) {
        try {
            Broker.get(admin.describeCluster().nodes(), PATIENCE);
            tell(true);
            measure(admin);
        } catch (InterruptException stopping) {
            Thread.currentThread().interrupt();
        } catch (KafkaException away) {
            unknown();
            tell(false);
        }
    }

    /** A broker that answers is there, also if what is asked of it then fails. */
    private void measure(Admin admin) {
        try {
            tellMissing(broker.missing(admin, PATIENCE));
            lag.look(admin, missing, PATIENCE);
        } catch (InterruptException stopping) {
            throw stopping;
        } catch (KafkaException refused) {
            LOG.debugf("topics and lag not looked at: %s", refused.getClass().getSimpleName());
            unknown();
        }
    }

    private void unknown() {
        missingCount = Double.NaN;
        lag.unknown();
    }

    private void tellMissing(Set<String> now) {
        if (!now.equals(missing)) {
            if (now.isEmpty()) {
                LOG.info("all topics are there");
            } else {
                LOG.warnf("topics are not there: %s; their events wait until they are", String.join(", ", now));
            }
        }
        missing = now;
        missingCount = now.size();
    }

    private void tell(boolean now) {
        if (now != reachable) {
            reachable = now;
            if (now) {
                LOG.info("Kafka answers again; what waited is sent and read");
            } else {
                LOG.warnf(
                        "Kafka does not answer at %s: requests are served, events wait until it does",
                        broker.address());
            }
        }
    }
}
