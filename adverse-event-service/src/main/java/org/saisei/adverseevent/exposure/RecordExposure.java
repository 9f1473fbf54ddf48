package org.saisei.adverseevent.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;

/** Keeps what the registry says was done to a subject. Topics arrive in any order; each call says who the subject is. */
@ApplicationScoped
public class RecordExposure {
    private static final Actor SELF = Actor.service("adverse-event-service");

    private final Exposures exposures;
    private final AuditTrail audit;

    RecordExposure(Exposures exposures, AuditTrail audit) {
        this.exposures = exposures;
        this.audit = audit;
    }

    @Transactional
    public void subject(KnownSubject subject) {
        exposures.lock(subject.subjectId(), subject.candidateId());
        exposures.know(subject);
        exposures.knowFacility(subject.facilityId());
    }

    @Transactional
    public void fact(KnownSubject subject, TreatmentFact fact) {
        subject(subject);
        exposures.add(subject.subjectId(), fact);
        audit.wrote(SELF, "noteExposure", "subject", subject.subjectId(), null, null, fact);
    }

    /** A void, or a correction: what replaces the fact arrives as a fact of its own. */
    @Transactional
    public void retired(KnownSubject subject, String factId) {
        subject(subject);
        if (exposures.retire(factId)) {
            audit.wrote(
                    SELF,
                    "retireExposure",
                    "subject",
                    subject.subjectId(),
                    null,
                    Map.of("factId", factId, "inForce", true),
                    Map.of("factId", factId, "inForce", false));
        }
    }
}
