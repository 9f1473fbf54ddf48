package org.saisei.eligibility.assessment.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.Assessment;
import org.saisei.eligibility.assessment.AssessmentEvents;
import org.saisei.eligibility.assessment.messaging.AssessmentDecided.Ais;
import org.saisei.eligibility.assessment.messaging.AssessmentDecided.NotSatisfied;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Verdict;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;

@ApplicationScoped
class OutboxAssessmentEvents implements AssessmentEvents {
    private static final String TOPIC = "saisei.eligibility.assessments";
    private static final String TYPE = "saisei.eligibility.assessment-decided.v1";

    private final Outbox outbox;

    OutboxAssessmentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void decided(Assessment assessment) {
        var circumstances = assessment.circumstances();
        var result = assessment.result();
        var facts = circumstances.facts().document();
        outbox.append(new OutboxEvent(
                TOPIC,
                assessment.candidateId(),
                TYPE,
                new AssessmentDecided(
                        assessment.candidateId(),
                        assessment.facilityId(),
                        assessment.documentNumber(),
                        assessment.assessmentId().toString(),
                        assessment.protocol(),
                        assessment.protocolVersion(),
                        circumstances.stage(),
                        result.decision().name(),
                        result.coverage() == null ? null : result.coverage().name(),
                        result.verdicts().stream()
                                .filter(judged -> judged.notSatisfied() || judged.verdict() == Verdict.UNKNOWN)
                                .map(judged -> new NotSatisfied(
                                        judged.criterion(), judged.verdict().name()))
                                .toList(),
                        ais(facts),
                        circumstances.assessedOn(),
                        circumstances.responsiblePhysicianId(),
                        assessment.physicianRequirement(),
                        assessment.supersedes() == null
                                ? null
                                : assessment.supersedes().toString(),
                        facts.get("ageYears") instanceof BigDecimal years ? years.intValueExact() : null,
                        facts.get("weightKg") instanceof BigDecimal weight ? weight : null,
                        result.verdicts().stream()
                                .filter(judged -> judged.deviation() != null)
                                .map(Judged::criterion)
                                .toList())));
    }

    /** Only with its day: an AIS without one is of no stage. */
    private static @Nullable Ais ais(Map<String, Object> facts) {
        return facts.get("ais") instanceof Map<?, ?> ais
                        && ais.get("grade") instanceof String grade
                        && ais.get("assessedOn") instanceof String assessedOn
                ? new Ais(grade, assessedOn)
                : null;
    }
}
