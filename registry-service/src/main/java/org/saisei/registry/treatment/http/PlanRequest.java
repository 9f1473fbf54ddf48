package org.saisei.registry.treatment.http;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.kit.http.Codes;
import org.saisei.registry.treatment.Plan;

@Schema(name = "PlannedAdministrationRequest")
record PlanRequest(
        @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) String documentNumber,

        @NotNull @Pattern(regexp = Codes.IDENTIFIER) String lotNumber,

        @NotNull @Schema(description = "投与予定日") LocalDate plannedOn,

        @NotNull @Positive @DecimalMax(Limits.MAX_CELLS) @Digits(integer = 15, fraction = 0)
        BigDecimal cells,

        @NotNull @Positive @DecimalMax(Limits.MAX_WEIGHT_KG) @Digits(integer = 3, fraction = 3)
        BigDecimal weightKg,

        @NotNull @Schema(description = "not before the injury, not after plannedOn")
        LocalDate weightMeasuredOn) {

    Plan.Request toPlan() {
        return new Plan.Request(documentNumber, lotNumber, plannedOn, cells, weightKg, weightMeasuredOn);
    }
}
