package org.saisei.registry.treatment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;
import org.saisei.kit.time.RegulatoryDays;
import org.saisei.registry.enrolment.Decisions;
import org.saisei.registry.enrolment.MoveStanding;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.identity.SubjectId;

/**
 * A collection, product or administration is recorded. What happened is never turned away; what was outside a rule is
 * flagged and told.
 */
@ApplicationScoped
public class RecordFact {
    private final SharedLots sharedLots;
    private final Decisions decisions;
    private final MoveStanding standings;
    private final Facts facts;
    private final ReviewDeviations deviations;
    private final TreatmentEvents events;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    RecordFact(
            SharedLots sharedLots,
            Decisions decisions,
            MoveStanding standings,
            Facts facts,
            ReviewDeviations deviations,
            TreatmentEvents events,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.sharedLots = sharedLots;
        this.decisions = decisions;
        this.standings = standings;
        this.facts = facts;
        this.deviations = deviations;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public sealed interface Result {
        /** @param deviations that stand against the new fact */
        record Recorded(Subject subject, Fact fact, List<Deviation> deviations) implements Result {}

        /** Unknown, or another facility's. */
        record NoSuchSubject() implements Result {}

        record AlreadyRecorded(Fact fact) implements Result {}

        record Impossible(List<Contradiction> contradictions) implements Result {}
    }

    /** @param actor a hospital */
    @Transactional
    public Result record(Actor actor, SubjectId subjectId, String documentNumber, FactContent content) {
        var held = sharedLots.hold(actor, subjectId, SharedLots.decidedBy(content));
        if (held.isEmpty()) {
            return new Result.NoSuchSubject();
        }
        var enrolled = held.get().subject();
        facts.holdDocument(enrolled.facilityId(), content.kind(), documentNumber);
        var same = facts.findByDocument(enrolled.facilityId(), content.kind(), documentNumber);
        if (same.isPresent()) {
            return new Result.AlreadyRecorded(same.get());
        }
        var contradictions = Truth.contradictions(content, enrolled.injuryDate(), RegulatoryDays.today(clock));
        if (!contradictions.isEmpty()) {
            return new Result.Impossible(contradictions);
        }

        var fact = fact(enrolled, documentNumber, content);
        facts.add(fact);
        var subject = standings.onTreatment(actor, enrolled);
        var reviewed = deviations.review(
                subject, isWithoutDecision(enrolled, subject, content) ? Set.of(fact.factId()) : Set.of());
        events.recorded(subject, fact, reviewed.rulesAgainst(fact.factId()));
        reviewed.added().forEach(added -> events.deviated(subject, added.deviation(), added.documentNumber()));
        sharedLots.review(held.get().others());
        audit.wrote(
                actor,
                "record" + content.kind().title(),
                "subject",
                subjectId.number(),
                null,
                null,
                Map.of(
                        "factId",
                        fact.factId(),
                        "documentNumber",
                        documentNumber,
                        "content",
                        content,
                        "deviations",
                        reviewed.rulesAgainst(fact.factId())));
        return new Result.Recorded(subject, fact, reviewed.against(fact.factId()));
    }

    private Fact fact(Subject subject, String documentNumber, FactContent content) {
        UUID factId = ids.next();
        return new Fact(
                factId,
                factId,
                subject.subjectId(),
                subject.facilityId(),
                documentNumber,
                content,
                Fact.Status.CURRENT,
                null,
                clock.instant());
    }

    /**
     * S-R1: the fact that makes a standing one with deviation; each administration while no eligible decision stands; and
     * whatever was done on or after the day of a decision against that stands.
     */
    private boolean isWithoutDecision(Subject before, Subject after, FactContent content) {
        if (before.standing().code() != after.standing().code()) {
            return true;
        }
        var inForce = decisions.inForce(after);
        return content instanceof Administration ? !inForce.areEligible() : inForce.wereAgainstOn(content.happenedOn());
    }
}
