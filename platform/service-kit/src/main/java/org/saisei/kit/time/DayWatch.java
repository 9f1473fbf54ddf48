package org.saisei.kit.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.SqlFailure;

/** Looks every now and then whether a new day has come, and has the day's work done. */
@Singleton
class DayWatch {
    private static final Logger LOG = Logger.getLogger(DayWatch.class);

    private final List<Duty> duties;
    private final InstantSource clock;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("day-watch").factory());

    @Inject
    DayWatch(
            Instance<DayWork> works,
            InstantSource clock,
            @ConfigProperty(name = "saisei.day-watch.every", defaultValue = "PT30S") Duration every) {
        this(works.stream(), clock, every);
    }

    DayWatch(Stream<DayWork> works, InstantSource clock, Duration every) {
        this.duties = works.map(Duty::new).toList();
        this.clock = clock;
        this.every = every;
    }

    void start(@Observes @Priority(2_200) StartupEvent started) {
        clockwork.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(100) ShutdownEvent stopping) {
        clockwork.shutdownNow();
    }

    void look() {
        var today = RegulatoryDays.today(clock);
        duties.forEach(duty -> duty.see(today));
    }

    private static final class Duty {
        private final DayWork work;
        private @Nullable LocalDate doneFor;
        private boolean failing;

        Duty(DayWork work) {
            this.work = work;
        }

        void see(LocalDate today) {
            if (today.equals(doneFor)) {
                return;
            }
            try {
                work.dayHasCome(today);
                doneFor = today;
                failing = false;
            } catch (RuntimeException again) {
                if (!failing) {
                    LOG.warnf("the work of %s is tried again: %s", today, SqlFailure.brief(again));
                }
                failing = true;
            }
        }
    }
}
