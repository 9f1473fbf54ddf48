package org.saisei.kit.audit.seal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.saisei.kit.audit.verify.Head;
import org.saisei.kit.audit.verify.HeadFile;
import org.saisei.kit.database.SqlFailure;

/**
 * Tells the last block at the start, or as soon as the first is sealed, every hour and at the end, to the log and to a file. Whoever keeps either where the
 * database's superuser cannot reach has proof against a chain rewritten as a whole.
 */
@Singleton
class HeadExport {
    private static final Logger LOG = Logger.getLogger(HeadExport.class);

    private final SealState state;
    private final InstantSource clock;
    private final String service;
    private final Duration every;
    private final Duration sealedEvery;
    private final Optional<Path> file;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-head").factory());

    private volatile boolean nothingSealed;

    HeadExport(
            SealState state,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "saisei.audit.head-every", defaultValue = "PT1H") Duration every,
            @ConfigProperty(name = "saisei.audit.seal-every", defaultValue = "PT5S") Duration sealedEvery,
            @ConfigProperty(name = "saisei.audit.head-file") Optional<Path> file) {
        this.state = state;
        this.clock = clock;
        this.service = service;
        this.every = every;
        this.sealedEvery = sealedEvery;
        this.file = file;
    }

    void start(@Observes @Priority(2_200) StartupEvent started) {
        clockwork.scheduleWithFixedDelay(this::tell, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        long soon = sealedEvery.toMillis();
        clockwork.scheduleWithFixedDelay(this::tellTheFirst, soon, soon, TimeUnit.MILLISECONDS);
    }

    /** After the last seal. */
    void stop(@Observes @Priority(200) ShutdownEvent stopping) {
        clockwork.shutdown();
        tell();
    }

    private void tellTheFirst() {
        if (nothingSealed) {
            tell();
        }
    }

    private void tell() {
        try {
            var last = state.last();
            if (last.sealedAt() == null) {
                if (!nothingSealed) {
                    LOG.info("no audit head to tell yet: nothing is sealed");
                }
                nothingSealed = true;
                return;
            }
            nothingSealed = false;
            var told = new Head(service, last.number(), last.hash(), last.origin(), last.rows(), last.sealedAt())
                    .toJson(clock.instant());
            LOG.infof("audit head %s", told);
            if (file.isPresent()) {
                HeadFile.append(file.get(), told);
            }
        } catch (IOException unwritable) {
            LOG.errorf("the audit head cannot be written to %s: %s", file.orElseThrow(), unwritable);
        } catch (RuntimeException databaseAway) {
            LOG.warnf("the audit head cannot be told: %s", SqlFailure.brief(databaseAway));
        }
    }
}
