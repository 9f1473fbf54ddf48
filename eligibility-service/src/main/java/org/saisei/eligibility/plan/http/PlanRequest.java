package org.saisei.eligibility.plan.http;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.plan.TreatmentPlan;

@Schema(name = "TreatmentPlan")
record PlanRequest(
        @NotNull @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$") String protocol,

        @NotNull
        @DecimalMin("0.2")
        @DecimalMax("650")
        @Digits(integer = 3, fraction = 3)
        @Schema(description = "The latest weight before the administration.")
        BigDecimal weightKg,

        @NotNull LocalDate weightMeasuredOn,

        @Nullable
        @DecimalMin("0")
        @DecimalMax("999999999999")
        @Digits(integer = 12, fraction = 0)
        @Schema(description = "Left out, only the allowed interval is answered.")
        BigDecimal plannedCells,

        @Nullable LocalDate injuryDate,

        @Nullable LocalDate plannedMarrowCollectionOn,

        @Nullable LocalDate plannedAdministrationOn) {

    TreatmentPlan toPlan() {
        return new TreatmentPlan(
                protocol,
                weightKg,
                weightMeasuredOn,
                plannedCells,
                injuryDate,
                plannedMarrowCollectionOn,
                plannedAdministrationOn);
    }
}
