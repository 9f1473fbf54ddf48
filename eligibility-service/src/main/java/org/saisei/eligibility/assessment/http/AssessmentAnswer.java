package org.saisei.eligibility.assessment.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.Assessment;
import org.saisei.eligibility.assessment.Decision;
import org.saisei.eligibility.assessment.Result;
import org.saisei.eligibility.protocol.AccreditationOnDay;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.eligibility.protocol.Text;

@Schema(name = "Assessment")
record AssessmentAnswer(
        UUID assessmentId,
        String candidateId,
        String documentNumber,
        String facilityId,
        String protocol,
        String protocolVersion,
        String stage,
        LocalDate assessedOn,
        Decision decision,

        @Nullable @Schema(description = "Insurance coverage; null at a stage that does not decide it.")
        Coverage coverage,

        @Schema(
                description =
                        "One for each criterion. `oursNote` says what of it is ours and not the source's; a parameter that a"
                                + " registrar has changed is named there with its value and the source's. `parameters`"
                                + " has the values that it was judged with, by code.")
        List<Judged> verdicts,

        @Schema(
                description =
                        "JSON pointers of the fields that would settle what is unknown and bears on the decision. Those"
                                + " under /attestations, /links and /physicians/{physicianId} point into the facility's"
                                + " record, as PUT to /facilities/{facilityId} and to its physicians; the others into this"
                                + " request.")
        List<String> missing,

        @Schema(description = "Guides (目安) that are not kept to; they leave the decision alone.")
        List<Warning> warnings,

        @Schema(description = "What departs from a rule (逸脱) although the rule is satisfied.")
        List<Deviation> deviations,

        String responsiblePhysicianId,
        @Nullable String declaredPhysicianRequirement,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy,
        @Nullable DeclarationAnswer noOtherTreatmentOption,
        @Schema(description = "What was sent, as judged.") Map<String, Object> facts,

        @Schema(description = "Facts of the candidate's other stages that were looked at, by stage.")
        Map<String, Map<String, Object>> otherStages,

        @Schema(description = "The facility's accreditation as it stood for the day of the assessment.")
        AccreditationOnDay accreditation,

        Map<String, BigDecimal> parameters) {

    @Schema(name = "Warning")
    record Warning(
            String criterion,
            Text text,

            @Nullable @Schema(description = "As its verdict's.")
            Text oursNote,

            Map<String, Object> values,

            @Schema(description = "As its verdict's.") Map<String, BigDecimal> parameters) {

        static Warning of(Judged judged) {
            return new Warning(
                    judged.criterion(), judged.text(), judged.oursNote(), judged.values(), judged.parameters());
        }
    }

    @Schema(name = "AssessmentDeviation")
    record Deviation(String criterion, Text text) {}

    @Schema(name = "NoOtherTreatmentOptionDeclared")
    record DeclarationAnswer(
            LocalDate declaredOn,

            @Nullable @Schema(description = "Only where a single assessment is read.")
            String reasons) {}

    private static List<Deviation> deviations(Result result) {
        return result.verdicts().stream()
                .flatMap(judged -> Stream.ofNullable(judged.deviation())
                        .map(deviation -> new Deviation(judged.criterion(), deviation)))
                .toList();
    }

    static AssessmentAnswer of(Assessment assessment, @Nullable UUID supersededBy, boolean withReasons) {
        var circumstances = assessment.circumstances();
        var result = assessment.result();
        var declaration = assessment.declaration();
        var otherStages = new LinkedHashMap<String, Map<String, Object>>();
        circumstances.earlierStages().forEach((stage, facts) -> otherStages.put(stage, facts.document()));
        return new AssessmentAnswer(
                assessment.assessmentId(),
                assessment.candidateId(),
                assessment.documentNumber(),
                assessment.facilityId(),
                assessment.protocol(),
                assessment.protocolVersion(),
                circumstances.stage(),
                circumstances.assessedOn(),
                result.decision(),
                result.coverage(),
                result.verdicts(),
                result.missing(),
                result.warnings().stream().map(Warning::of).toList(),
                deviations(result),
                circumstances.responsiblePhysicianId(),
                assessment.physicianRequirement(),
                assessment.supersedes(),
                supersededBy,
                declaration == null
                        ? null
                        : new DeclarationAnswer(
                                declaration.declaredOn(),
                                withReasons && !declaration.reasons().isEmpty() ? declaration.reasons() : null),
                circumstances.facts().document(),
                otherStages,
                circumstances.accreditation(),
                circumstances.parameters().values());
    }
}
