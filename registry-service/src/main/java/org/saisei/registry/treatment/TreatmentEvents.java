package org.saisei.registry.treatment;

import java.util.List;
import org.saisei.registry.enrolment.Subject;

/** Tells the other services; in the running transaction, which holds the subject's row. */
public interface TreatmentEvents {

    /** @param deviations rule ids that stand against this fact */
    void recorded(Subject subject, Fact fact, List<String> deviations);

    /** @param documentNumber of the fact */
    void deviated(Subject subject, Deviation deviation, String documentNumber);

    void corrected(Subject subject, Correction correction);
}
