package org.saisei.registry.erasure.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.saisei.kit.database.SqlFailure;
import org.saisei.registry.erasure.ErasureJournal;
import org.saisei.registry.erasure.ReplayErasures;
import org.saisei.registry.identity.IdentityStore;

/**
 * Replays the erasure journal before a request can come: the HTTP port opens only once all observers of the start have
 * returned, and an exception here ends the start.
 */
@Singleton
class ReplayAtStart {
    private static final Logger LOG = Logger.getLogger(ReplayAtStart.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final ErasureJournal journal;
    private final IdentityStore identities;
    private final ReplayErasures replay;

    ReplayAtStart(ErasureJournal journal, IdentityStore identities, ReplayErasures replay) {
        this.journal = journal;
        this.identities = identities;
        this.replay = replay;
    }

    void start(@Observes @Priority(10) StartupEvent starting) {
        var entries = journal.entries();
        var back = identities.kept(
                entries.stream().map(entry -> entry.erasure().subjectId()).collect(Collectors.toSet()));
        entries.stream()
                .filter(entry -> back.contains(entry.erasure().subjectId()))
                .forEach(this::replay);
    }

    private void replay(ErasureJournal.Entry entry) {
        var subject = entry.erasure().subjectId();
        LOG.warnf("erasure journal: the erased identity of subject %s is in the database", subject);
        switch (result(entry)) {
            case ERASED -> LOG.warnf("erasure journal: the identity of subject %s is erased again", subject);
            case NOTHING -> LOG.infof("erasure journal: the identity of subject %s is gone", subject);
            case HELD ->
                LOG.errorf(
                        "erasure journal: whether the identity of subject %s was erased is not known, and a legal hold"
                                + " stands; left for a registrar to decide",
                        subject);
        }
    }

    /** Waits as long as it takes for whoever holds the subject, e.g. a replica that is erasing it this moment. */
    private ReplayErasures.Result result(ErasureJournal.Entry entry) {
        while (true) {
            try {
                return replay.replay(entry);
            } catch (RuntimeException failure) {
                if (SqlFailure.of(failure) != SqlFailure.TRANSIENT) {
                    throw failure;
                }
                LOG.warnf("erasure journal: waiting for the database: %s", SqlFailure.brief(failure));
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }
}
