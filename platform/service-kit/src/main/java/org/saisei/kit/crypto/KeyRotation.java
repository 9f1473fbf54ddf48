package org.saisei.kit.crypto;

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
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.saisei.kit.database.SqlFailure;

/**
 * Looks every now and then for data keys under another wrapping key than the first, and has them wrapped anew. Promises, for
 * each table, the gauges {@code saisei_keys_waiting_for_rewrap} and {@code saisei_keys_unknown}, which are NaN where the
 * database cannot be seen. A row whose wrapping key nobody has configured is told of, and keeps no other from being served.
 */
@Singleton
class KeyRotation {
    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    private final RewrapKeys work;
    private final List<WrappedKeys> tables;
    private final Duration every;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("key-rotation").factory());

    private record Seen(double waiting, double unknown, List<String> unknownKeys) {
        static final Seen NOTHING = new Seen(Double.NaN, Double.NaN, List.of());
    }

    KeyRotation(
            RewrapKeys work,
            Instance<WrappedKeys> tables,
            MeterRegistry meters,
            @ConfigProperty(name = "saisei.keys.rewrap-every", defaultValue = "PT1M") Duration every) {
        this.work = work;
        this.tables = tables.stream().toList();
        this.every = every;
        for (var table : this.tables) {
            gauge(
                    meters,
                    "saisei.keys.waiting.for.rewrap",
                    "Data keys under another wrapping key than the first",
                    table,
                    Seen::waiting);
            gauge(
                    meters,
                    "saisei.keys.unknown",
                    "Data keys under a wrapping key that is not configured",
                    table,
                    Seen::unknown);
        }
    }

    private void gauge(
            MeterRegistry meters, String name, String text, WrappedKeys table, ToDoubleFunction<Seen> value) {
        Gauge.builder(name, () -> value.applyAsDouble(seen.getOrDefault(table.table(), Seen.NOTHING)))
                .description(text)
                .tag("table", table.table())
                .strongReference(true)
                .register(meters);
    }

    void start(@Observes @Priority(2_300) StartupEvent started) {
        clockwork.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    private void look() {
        tables.forEach(this::look);
    }

    private void look(WrappedKeys table) {
        try {
            var now = see(table);
            if (now.waiting() > now.unknown()) {
                work.rewrap(table);
                see(table);
            }
        } catch (RuntimeException failure) {
            if (seen.put(table.table(), Seen.NOTHING) != Seen.NOTHING) {
                LOG.warnf("the keys of %s cannot be looked at: %s", table.table(), SqlFailure.brief(failure));
            }
        }
    }

    private Seen see(WrappedKeys table) {
        var counts = work.count(table);
        var unknown = work.unknown(counts);
        var now = new Seen(
                work.waiting(counts), unknown.stream().mapToLong(counts::get).sum(), unknown);
        var before = seen.put(table.table(), now);
        if (!unknown.isEmpty() && (before == null || !unknown.equals(before.unknownKeys()))) {
            LOG.errorf(
                    "%.0f rows of %s cannot be read: their keys are wrapped by %s, which saisei.keys.wrapping does not"
                            + " name. Add it there again, behind the first; see docs/operations/keys.md.",
                    now.unknown(), table.table(), unknown);
        }
        return now;
    }
}
