package org.saisei.registry.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a candidate, as the event brought it. Kept whether or not anybody has enrolled the candidate yet.
 *
 * @param sequence of the event among the candidate's; the highest is the latest word
 * @param protocolVersion in force when it was decided (S-N1)
 * @param notSatisfied every criterion not satisfied, advice included
 * @param supersedes assessment it replaces, if the facility named one
 * @param recordedAt when the registry learnt of it
 */
public record CandidateDecision(
        String assessmentId,
        String candidateId,
        long sequence,
        String facilityId,
        @Nullable String documentNumber,
        String protocol,
        String protocolVersion,
        String stage,
        Decision decision,
        @Nullable String coverage,
        List<Reason> notSatisfied,
        LocalDate assessedOn,
        @Nullable String supersedes,
        Instant recordedAt) {

    public CandidateDecision {
        notSatisfied = List.copyOf(notSatisfied);
    }

    /** What the refusal rests on. */
    public List<Reason> reasons() {
        return notSatisfied.stream().filter(Reason::refuses).toList();
    }
}
