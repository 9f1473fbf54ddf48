package org.saisei.registry.treatment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.id.Ids;
import org.saisei.kit.time.RegulatoryDays;
import org.saisei.registry.enrolment.Decisions;
import org.saisei.registry.enrolment.Standing;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.protocol.Finding;
import org.saisei.registry.protocol.Finding.Strength;
import org.saisei.registry.protocol.Protocols;
import org.saisei.registry.protocol.TreatmentProtocol;

/** An administration is planned: unlike a fact, a plan outside a limit is refused. */
@ApplicationScoped
public class PlanAdministration {
    private final Subjects subjects;
    private final Decisions decisions;
    private final Facts facts;
    private final Plans plans;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;

    PlanAdministration(
            Subjects subjects,
            Decisions decisions,
            Facts facts,
            Plans plans,
            AuditTrail audit,
            Ids ids,
            InstantSource clock) {
        this.subjects = subjects;
        this.decisions = decisions;
        this.facts = facts;
        this.plans = plans;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public sealed interface Result {
        record Planned(Plan plan) implements Result {}

        /** Unknown, or another facility's. */
        record NoSuchSubject() implements Result {}

        record AlreadyRecorded(Plans.Place place) implements Result {}

        record Impossible(List<Contradiction> contradictions) implements Result {}

        /** @param limits every limit that the plan is outside of, at least one */
        record Refused(List<Finding> limits) implements Result {}
    }

    /** @param actor a hospital */
    @Transactional
    public Result plan(Actor actor, SubjectId subjectId, Plan.Request request) {
        var found = subjects.lock(subjectId).filter(subject -> subject.treatedBy(actor));
        if (found.isEmpty()) {
            return new Result.NoSuchSubject();
        }
        var subject = found.get();
        plans.holdDocument(subject.facilityId(), request.documentNumber());
        var same = plans.findByDocument(subject.facilityId(), request.documentNumber());
        if (same.isPresent()) {
            return new Result.AlreadyRecorded(same.get());
        }
        var history = new TreatmentHistory(facts.of(subjectId));
        var contradictions = contradictions(subject, history, request);
        if (!contradictions.isEmpty()) {
            return new Result.Impossible(contradictions);
        }
        var protocol = Protocols.of(subject.protocol());
        var findings = findings(protocol, subject, history, request);
        var limits = findings.stream()
                .filter(one -> one.strength() == Strength.LIMIT)
                .toList();
        if (!limits.isEmpty()) {
            return new Result.Refused(limits);
        }

        var plan = new Plan(
                ids.next(),
                subject.facilityId(),
                request,
                protocol.doseInterval(request.weightKg()),
                findings,
                clock.instant());
        plans.add(subjectId, plan);
        audit.wrote(
                actor,
                "planAdministration",
                "subject",
                subjectId.number(),
                null,
                null,
                Map.of("planId", plan.planId(), "plan", request));
        return new Result.Planned(plan);
    }

    private List<Finding> findings(
            TreatmentProtocol protocol, Subject subject, TreatmentHistory history, Plan.Request request) {
        var findings = new ArrayList<Finding>();
        var chain = new Chain(history, facts.recordedByOthers(subject.subjectId(), history.lots()));
        if (!chain.isShownFor(request.lotNumber())) {
            findings.add(protocol.brokenChain());
        }
        findings.addAll(protocol.weighDose(request.cells(), request.weightKg()));
        if (!history.administrations().isEmpty()) {
            findings.add(protocol.repeatedAdministration());
        }
        findings.addAll(onDecisions(protocol, subject));
        return findings;
    }

    private List<Finding> onDecisions(TreatmentProtocol protocol, Subject subject) {
        var findings = new ArrayList<Finding>();
        var inForce = decisions.inForce(subject);
        if (subject.standing().code() == Standing.Code.REFUSED) {
            findings.add(protocol.refusedEnrolment());
        }
        if (inForce.areAgainst()) {
            findings.add(protocol.treatedWithoutDecision());
        } else if (!inForce.areEligible() && findings.isEmpty()) {
            // unknown is not no: the decision may still be on its way
            findings.add(Finding.guide(
                            protocol.treatedWithoutDecision().ruleId(),
                            "NO_DECISION_YET",
                            "No eligible decision is known yet; treating without one is a deviation.",
                            Map.of())
                    .citing(protocol.treatedWithoutDecision().citation()));
        }
        return findings;
    }

    private List<Contradiction> contradictions(Subject subject, TreatmentHistory history, Plan.Request request) {
        var found = new ArrayList<Contradiction>();
        if (request.plannedOn().isBefore(subject.injuryDate())) {
            found.add(new Contradiction("/plannedOn", "BEFORE_INJURY", "is before the injury"));
        }
        if (history.products(request.lotNumber()).stream()
                .anyMatch(product -> request.plannedOn().isBefore(product.manufacturedOn()))) {
            found.add(new Contradiction("/plannedOn", "BEFORE_MANUFACTURE", "is before the lot was made"));
        }
        if (request.weightMeasuredOn().isBefore(subject.injuryDate())) {
            found.add(new Contradiction("/weightMeasuredOn", "BEFORE_INJURY", "is before the injury"));
        }
        if (request.weightMeasuredOn().isAfter(request.plannedOn())) {
            found.add(new Contradiction("/weightMeasuredOn", "AFTER_PLAN", "is after plannedOn"));
        }
        if (request.weightMeasuredOn().isAfter(RegulatoryDays.today(clock))) {
            found.add(new Contradiction("/weightMeasuredOn", "IN_FUTURE", "is after today in Japan"));
        }
        return found;
    }
}
