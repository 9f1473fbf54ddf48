package org.saisei.registry.enrolment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decisions on candidates, enrolled or not. */
public interface Decisions {

    /** Until the transaction ends, nobody else enrols this candidate or adds a decision on it. */
    void hold(String candidateId);

    void add(CandidateDecision decision);

    /** Decisions of this facility on this candidate, oldest first. Another facility's never count. */
    List<CandidateDecision> of(String facilityId, String candidateId);

    /** The latest word under a protocol: a new assessment supersedes those before it, named or not. */
    default Optional<CandidateDecision> latest(String facilityId, String candidateId, String protocol) {
        return of(facilityId, candidateId).stream()
                .filter(decision -> decision.protocol().equals(protocol))
                .max(Comparator.comparingLong(CandidateDecision::sequence));
    }
}
