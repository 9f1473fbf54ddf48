package org.saisei.registry.treatment.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.registry.treatment.Plan;

@Schema(name = "PlannedAdministration", description = "投与計画")
record PlanAnswer(
        UUID planId,
        String subjectId,
        String documentNumber,
        String lotNumber,
        LocalDate plannedOn,
        BigDecimal cells,
        BigDecimal weightKg,
        LocalDate weightMeasuredOn,

        @Schema(description = "allowed at this weight, both bounds included")
        DoseIntervalAnswer doseInterval,

        List<FindingAnswer> warnings,
        Instant recordedAt) {

    @Schema(name = "DoseInterval")
    record DoseIntervalAnswer(BigDecimal minCells, BigDecimal maxCells) {}

    static PlanAnswer of(String subjectId, Plan plan) {
        var request = plan.request();
        return new PlanAnswer(
                plan.planId(),
                subjectId,
                request.documentNumber(),
                request.lotNumber(),
                request.plannedOn(),
                request.cells(),
                request.weightKg(),
                request.weightMeasuredOn(),
                new DoseIntervalAnswer(
                        plan.doseInterval().minCells(), plan.doseInterval().maxCells()),
                plan.warnings().stream().map(FindingAnswer::of).toList(),
                plan.recordedAt());
    }
}
