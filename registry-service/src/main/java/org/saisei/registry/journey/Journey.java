package org.saisei.registry.journey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.time.RegulatoryDays;
import org.saisei.registry.enrolment.CandidateDecision;
import org.saisei.registry.enrolment.Decisions;
import org.saisei.registry.enrolment.Reason;
import org.saisei.registry.enrolment.StandingChange;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.journey.JourneyEntry.What;
import org.saisei.registry.safety.SafetyCase;
import org.saisei.registry.safety.SafetyCases;
import org.saisei.registry.treatment.Administration;
import org.saisei.registry.treatment.Collection;
import org.saisei.registry.treatment.Correction;
import org.saisei.registry.treatment.Corrections;
import org.saisei.registry.treatment.Deviation;
import org.saisei.registry.treatment.Deviations;
import org.saisei.registry.treatment.Fact;
import org.saisei.registry.treatment.Facts;
import org.saisei.registry.treatment.Plan;
import org.saisei.registry.treatment.Plans;
import org.saisei.registry.treatment.Product;

/** Puts together what the registry knows of one subject: by day, and within a day by kind and time of recording. */
@ApplicationScoped
public class Journey {
    private static final int ALL = Integer.MAX_VALUE;

    private final Subjects subjects;
    private final Decisions decisions;
    private final Facts facts;
    private final Deviations deviations;
    private final Corrections corrections;
    private final Plans plans;
    private final SafetyCases cases;

    Journey(
            Subjects subjects,
            Decisions decisions,
            Facts facts,
            Deviations deviations,
            Corrections corrections,
            Plans plans,
            SafetyCases cases) {
        this.subjects = subjects;
        this.decisions = decisions;
        this.facts = facts;
        this.deviations = deviations;
        this.corrections = corrections;
        this.plans = plans;
        this.cases = cases;
    }

    /** @param reader a correction's reason may name a patient, so only the treating facility reads it */
    public List<JourneyEntry> of(Subject subject, Actor reader) {
        boolean withReasons = subject.treatedBy(reader);
        var subjectId = subject.subjectId();
        var recorded = facts.of(subjectId);
        var documents = recorded.stream().collect(Collectors.toUnmodifiableMap(Fact::factId, Fact::documentNumber));
        var all = new ArrayList<JourneyEntry>();
        decisions.of(subject.facilityId(), subject.candidateId()).stream()
                .filter(decision -> decision.protocol().equals(subject.protocol()))
                .map(Journey::entry)
                .forEach(all::add);
        subjects.history(subjectId).forEach(change -> all.add(entry(subject, change)));
        recorded.forEach(fact -> all.add(entry(fact)));
        plans.list(subjectId, null, null, ALL).forEach(plan -> all.add(entry(plan)));
        deviations.of(subjectId).forEach(deviation -> all.add(entry(deviation, documents)));
        corrections.of(subjectId).forEach(correction -> all.add(entry(correction, withReasons)));
        cases.of(subjectId).forEach(record -> all.add(entry(subject, record)));
        all.sort(Comparator.comparing(JourneyEntry::on)
                .thenComparing(JourneyEntry::what)
                .thenComparing(JourneyEntry::recordedAt));
        return List.copyOf(all);
    }

    private static JourneyEntry entry(CandidateDecision decision) {
        return new JourneyEntry(
                What.DECISION,
                decision.assessedOn(),
                decision.recordedAt(),
                decision.documentNumber(),
                new Details()
                        .with("assessmentId", decision.assessmentId())
                        .with("stage", decision.stage())
                        .with("decision", decision.decision())
                        .with("protocolVersion", decision.protocolVersion())
                        .with("coverage", decision.coverage())
                        .with("supersedes", decision.supersedes())
                        .with("notSatisfied", reasons(decision.notSatisfied()))
                        .map());
    }

    private static JourneyEntry entry(Subject subject, StandingChange change) {
        return new JourneyEntry(
                change.previous() == null ? What.ENROLMENT : What.STANDING_CHANGED,
                change.changedOn(),
                change.recordedAt(),
                change.previous() == null ? subject.documentNumber() : null,
                new Details()
                        .with("standing", change.standing())
                        .with("previousStanding", change.previous())
                        .with("reasons", reasons(change.reasons()))
                        .with("assessmentId", change.assessmentId())
                        .map());
    }

    private static JourneyEntry entry(Fact fact) {
        var details = new Details()
                .with("factId", fact.factId())
                .with("status", fact.status())
                .with("replacedByFactId", fact.replacedBy())
                .with("lotNumber", fact.content().lot().orElse(null));
        return switch (fact.content()) {
            case Collection collection ->
                of(
                        What.COLLECTION,
                        fact,
                        details.with("kind", collection.material()).with("volumeMl", collection.volumeMl()));
            case Product product ->
                of(
                        What.PRODUCT,
                        fact,
                        details.with("outcome", product.outcome())
                                .with("cells", product.cells())
                                .with("fromCollections", product.fromCollections()));
            case Administration administration ->
                of(
                        What.ADMINISTRATION,
                        fact,
                        details.with("cells", administration.cells()).with("weightKg", administration.weightKg()));
        };
    }

    private static JourneyEntry of(What what, Fact fact, Details details) {
        return new JourneyEntry(
                what, fact.content().happenedOn(), fact.recordedAt(), fact.documentNumber(), details.map());
    }

    private static JourneyEntry entry(Plan plan) {
        return new JourneyEntry(
                What.PLANNED_ADMINISTRATION,
                RegulatoryDays.of(plan.recordedAt()),
                plan.recordedAt(),
                plan.request().documentNumber(),
                new Details()
                        .with("planId", plan.planId())
                        .with("lotNumber", plan.request().lotNumber())
                        .with("plannedOn", plan.request().plannedOn())
                        .with("cells", plan.request().cells())
                        .map());
    }

    private static JourneyEntry entry(Deviation deviation, Map<UUID, String> documents) {
        return new JourneyEntry(
                What.DEVIATION,
                deviation.observedOn(),
                deviation.recordedAt(),
                documents.get(deviation.factId()),
                new Details()
                        .with("deviationId", deviation.deviationId())
                        .with("ruleId", deviation.finding().ruleId())
                        .with("code", deviation.finding().code())
                        .with("factId", deviation.factId())
                        .with("factKind", deviation.factKind())
                        .with("withdrawnAt", deviation.withdrawnAt())
                        .map());
    }

    private static JourneyEntry entry(Correction correction, boolean withReason) {
        return new JourneyEntry(
                What.CORRECTION,
                correction.correctedOn(),
                correction.recordedAt(),
                correction.documentNumber(),
                new Details()
                        .with("correctionId", correction.correctionId())
                        .with("factId", correction.factId())
                        .with("factKind", correction.kind())
                        .with("action", correction.action())
                        .with("ground", correction.ground())
                        .with("reason", withReason && !correction.reason().isEmpty() ? correction.reason() : null)
                        .with("replacedByFactId", correction.replacedBy())
                        .map());
    }

    /** A case may be reported by another facility, whose own document number is none of this one's business. */
    private static JourneyEntry entry(Subject subject, SafetyCase record) {
        var term = record.term();
        var onset = record.onsetOn();
        return new JourneyEntry(
                What.SAFETY_CASE,
                onset == null ? RegulatoryDays.of(record.receivedAt()) : onset,
                record.receivedAt(),
                record.facilityId().equals(subject.facilityId()) ? record.documentNumber() : null,
                new Details()
                        .with("caseId", record.caseId())
                        .with("version", record.version())
                        .with("serious", record.serious())
                        .with("seriousness", record.seriousness())
                        .with("malfunction", record.malfunction())
                        .with("term", term == null ? null : term.code())
                        .with("preferredTerm", term == null ? null : term.preferredTerm())
                        .map());
    }

    private static List<Map<String, String>> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> Map.of("criterion", reason.criterion(), "verdict", reason.verdict()))
                .toList();
    }

    /** Leaves out what is not there. */
    private static final class Details {
        private final Map<String, Object> values = new HashMap<>();

        Details with(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
            return this;
        }

        Map<String, Object> map() {
            return values;
        }
    }
}
