package org.saisei.adverseevent.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps what the registry says was done to a subject. Topics arrive in any order; each call says who the subject is. */
@ApplicationScoped
public class RecordExposure {
    private final Exposures exposures;

    RecordExposure(Exposures exposures) {
        this.exposures = exposures;
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
    }

    /** A void, or a correction: what replaces the fact arrives as a fact of its own. */
    @Transactional
    public void retired(KnownSubject subject, String factId) {
        subject(subject);
        exposures.retire(factId);
    }
}
