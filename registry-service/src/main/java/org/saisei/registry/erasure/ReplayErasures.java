package org.saisei.registry.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.IdentityStore;

/** An identity that a restore brought back is erased again. */
@ApplicationScoped
public class ReplayErasures {
    private static final Actor SELF = Actor.service("registry-service");

    private final Subjects subjects;
    private final IdentityStore identities;
    private final Erasures erasures;
    private final LegalHolds holds;
    private final ErasureJournal journal;
    private final AuditTrail audit;

    ReplayErasures(
            Subjects subjects,
            IdentityStore identities,
            Erasures erasures,
            LegalHolds holds,
            ErasureJournal journal,
            AuditTrail audit) {
        this.subjects = subjects;
        this.identities = identities;
        this.erasures = erasures;
        this.holds = holds;
        this.journal = journal;
        this.audit = audit;
    }

    public enum Result {
        ERASED,
        /** Nothing was left to erase. */
        NOTHING,
        /** Whether it was committed is not known, and a legal hold stands now: left for a registrar to decide. */
        HELD
    }

    /**
     * Erases what is there of one journalled identity. A committed erasure is repeated even where a hold stands, for its
     * lifting may be what the restore has lost; one that may never have been committed is not.
     */
    @Transactional
    public Result replay(ErasureJournal.Entry entry) {
        var erasure = entry.erasure();
        var subjectId = erasure.subjectId();
        if (subjects.lock(subjectId).isEmpty()
                || identities.kept(Set.of(subjectId)).isEmpty()) {
            return Result.NOTHING;
        }
        if (!entry.committed() && !holds.standing(subjectId).isEmpty()) {
            return Result.HELD;
        }
        erasures.add(erasure);
        identities.erase(subjectId);
        erasures.forgetTraces(subjectId);
        audit.wrote(
                SELF,
                "replayErasure",
                "subject",
                subjectId.number(),
                erasure.ground().name(),
                Map.of("identity", "SEALED"),
                Map.of(
                        "identity", "ERASED",
                        "erasureId", erasure.erasureId(),
                        "documentNumber", erasure.documentNumber(),
                        "erasedAt", erasure.erasedAt(),
                        "erasedBy", erasure.erasedBy()));
        if (!entry.committed()) {
            journal.intend(erasure);
        }
        return Result.ERASED;
    }
}
