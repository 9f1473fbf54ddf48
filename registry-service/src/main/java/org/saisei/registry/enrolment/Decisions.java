package org.saisei.registry.enrolment;

import java.util.List;

/** Decisions on candidates, enrolled or not. */
public interface Decisions {

    /** Until the transaction ends, nobody else enrols this candidate or adds a decision on it. */
    void hold(String candidateId);

    void add(CandidateDecision decision);

    /** Decisions of this facility on this candidate, oldest first. Another facility's never count. */
    List<CandidateDecision> of(String facilityId, String candidateId);

    /** What stands on an enrolled candidate, under the enrolment's protocol. */
    default DecisionsInForce inForce(Subject subject) {
        return DecisionsInForce.of(of(subject.facilityId(), subject.candidateId()).stream()
                .filter(decision -> decision.protocol().equals(subject.protocol()))
                .toList());
    }
}
