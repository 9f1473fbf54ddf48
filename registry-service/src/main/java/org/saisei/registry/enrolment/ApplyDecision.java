package org.saisei.registry.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;

/** A decision has arrived: keep it, and settle the enrolments that wait for it. */
@ApplicationScoped
public class ApplyDecision {
    private static final Actor SELF = Actor.service("registry-service");

    private final Decisions decisions;
    private final Subjects subjects;
    private final MoveStanding standings;
    private final AuditTrail audit;

    ApplyDecision(Decisions decisions, Subjects subjects, MoveStanding standings, AuditTrail audit) {
        this.decisions = decisions;
        this.subjects = subjects;
        this.standings = standings;
        this.audit = audit;
    }

    /** Enrolments by another facility, or under another protocol, are left as they are. */
    @Transactional
    public void apply(CandidateDecision decision) {
        decisions.hold(decision.candidateId());
        decisions.add(decision);
        audit.wrote(
                SELF,
                "noteDecision",
                "assessment",
                decision.assessmentId(),
                null,
                null,
                Map.of("candidateId", decision.candidateId(), "decision", decision.decision()));
        subjects.lockOfCandidate(decision.facilityId(), decision.candidateId()).stream()
                .filter(subject -> subject.protocol().equals(decision.protocol()))
                .forEach(subject -> standings.onDecision(SELF, subject, decision));
    }
}
