package org.saisei.registry.enrolment;

import java.util.List;
import java.util.Optional;
import org.saisei.registry.identity.SubjectId;

/** What an enrolment is decided by. */
public interface EnrolmentBackground {

    /**
     * Reads it under locks, in one go. Until the transaction ends, nobody else enrols under this document number of this
     * facility or enrols this candidate, no decision is added on the candidate, and the earlier enrolments stay as they are.
     *
     * @param drawn a number that the enrolment might get
     */
    Known hold(String facilityId, Enrolment enrolment, SubjectId drawn);

    /**
     * @param sameDocument the enrolment that has the document number already
     * @param decisions of this facility on the candidate, oldest first
     * @param earlier all enrolments the facility made of the candidate, oldest first
     * @param drawnIsTaken whether the drawn number is another subject's
     */
    record Known(
            Optional<SubjectId> sameDocument,
            List<CandidateDecision> decisions,
            List<Subject> earlier,
            boolean drawnIsTaken) {

        public Known {
            decisions = List.copyOf(decisions);
            earlier = List.copyOf(earlier);
        }
    }
}
