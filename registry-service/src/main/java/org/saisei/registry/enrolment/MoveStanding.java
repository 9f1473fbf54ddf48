package org.saisei.registry.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.time.RegulatoryDays;

/** Takes a subject to its next standing. The caller holds the subject's row. */
@ApplicationScoped
public class MoveStanding {
    private final Subjects subjects;
    private final EnrolmentEvents events;
    private final AuditTrail audit;
    private final InstantSource clock;

    MoveStanding(Subjects subjects, EnrolmentEvents events, AuditTrail audit, InstantSource clock) {
        this.subjects = subjects;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A decision's effect. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Subject onDecision(Actor actor, Subject subject, CandidateDecision decision) {
        return switch (subject.standing().onDecision(decision.decision(), decision.reasons())) {
            case Standing.Step.Moves moves -> move(actor, subject, moves.to(), decision);
            case Standing.Step.Stays ignored -> subject;
        };
    }

    /** A treatment fact's effect. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Subject onTreatment(Actor actor, Subject subject) {
        return switch (subject.standing().onTreatment()) {
            case Standing.Step.Moves moves -> move(actor, subject, moves.to(), null);
            case Standing.Step.Stays ignored -> subject;
        };
    }

    private Subject move(Actor actor, Subject subject, Standing to, @Nullable CandidateDecision decision) {
        var change = new StandingChange(
                subject.standing().code(),
                to.code(),
                to.reasons(),
                RegulatoryDays.today(clock),
                decision == null ? null : decision.assessmentId(),
                clock.instant());
        var moved = subject.moved(to, decision);
        subjects.move(moved, change);
        events.standingChanged(moved, change);
        audit.wrote(
                actor,
                "changeStanding",
                "subject",
                subject.subjectId().number(),
                null,
                Map.of("standing", subject.standing().code()),
                Map.of("standing", to.code(), "reasons", to.reasons()));
        return moved;
    }
}
