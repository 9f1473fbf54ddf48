package org.saisei.kit.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.saisei.kit.gate.Gate;

/**
 * Looks every now and then whether a new day has come, and has the day's work done. Promises the gauge
 * {@code saisei_day_work_behind_days} for each work, also where looking has ended.
 */
@Singleton
class DayWatch {
    private final List<Duty> duties;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("day-watch").factory());

    @Inject
    DayWatch(
            Instance<DayWork> works,
            InstantSource clock,
            MeterRegistry meters,
            @ConfigProperty(name = "saisei.day-watch.every", defaultValue = "PT30S") Duration every) {
        this(works.stream(), clock, meters, every);
    }

    DayWatch(Stream<DayWork> works, InstantSource clock, MeterRegistry meters, Duration every) {
        this.duties = works.map(work -> new Duty(work, clock)).toList();
        this.every = every;
        for (var duty : duties) {
            Gauge.builder("saisei.day.work.behind.days", duty, Duty::daysBehind)
                    .description("Days whose work of this name waits; 0 where that of today is done")
                    .tag("work", duty.name())
                    .strongReference(true)
                    .register(meters);
        }
    }

    void start(@Observes @Priority(2_200) StartupEvent started, Gate gate) {
        clockwork.scheduleWithFixedDelay(
                () -> {
                    if (gate.allowsNumbering()) {
                        look();
                    }
                },
                0,
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    void look() {
        duties.forEach(Duty::see);
    }
}
