package org.saisei.eligibility.assessment;

import java.util.List;
import java.util.UUID;
import org.saisei.eligibility.protocol.Fault;

/** What came of asking for an assessment. */
public sealed interface AssessmentOutcome {

    /** Decided, whatever the decision. */
    record Decided(Assessment assessment) implements AssessmentOutcome {}

    /** Not decided; nothing was kept or told. */
    sealed interface Refusal extends AssessmentOutcome {}

    record AlreadyRecorded(UUID assessmentId) implements Refusal {}

    /** Names something that the protocol does not have, or is not of its form. */
    record Invalid(List<Fault> faults) implements Refusal {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }

    /** Cannot be true together, or not on that day. */
    record Contradictory(List<Fault> faults) implements Refusal {
        public Contradictory {
            faults = List.copyOf(faults);
        }
    }

    /** A candidate or an assessment that is not there for this facility. */
    record NotThere(String pointer) implements Refusal {}

    /** The assessment to be superseded is not the one that stands. */
    record Superseded() implements Refusal {}
}
