package org.saisei.kit.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks the broker every few seconds whether it is there, so that a service with nothing to send or receive does not look
 * well while it is cut off. Logs the beginning and the end of an outage, and nothing between.
 */
@Singleton
class BrokerWatch {
    private static final Logger LOG = Logger.getLogger(BrokerWatch.class);
    private static final int PATIENCE_MILLIS = 3_000;

    private final Map<String, Object> kafka;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("broker-watch").factory());
    private volatile boolean reachable = true;

    BrokerWatch(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry meters,
            @ConfigProperty(name = "saisei.backlog.every", defaultValue = "PT5S") Duration every) {
        this.kafka = kafka;
        this.every = every;
        Gauge.builder("saisei.broker.reachable", () -> reachable ? 1 : 0)
                .description("1 while the Kafka broker answers, 0 while it does not")
                .strongReference(true)
                .register(meters);
    }

    void start(@Observes @Priority(2_100) StartupEvent started) {
        var config = new HashMap<String, Object>();
        kafka.forEach((key, value) -> {
            if (AdminClientConfig.configNames().contains(key)) {
                config.put(key, value);
            }
        });
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        var admin = Admin.create(config);
        clockwork.scheduleWithFixedDelay(() -> look(admin), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    private void look(Admin admin) {
        try {
            admin.describeCluster().nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            tell(true);
        } catch (ExecutionException | TimeoutException away) {
            tell(false);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(boolean now) {
        if (now != reachable) {
            reachable = now;
            if (now) {
                LOG.info("Kafka answers again; what waited is sent and read");
            } else {
                LOG.warnf(
                        "Kafka does not answer at %s: requests are served, events wait until it does",
                        kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
            }
        }
    }
}
