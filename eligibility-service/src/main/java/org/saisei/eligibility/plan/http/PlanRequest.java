package org.saisei.eligibility.plan.http;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.Candidate;
import org.saisei.eligibility.plan.TreatmentPlan;
import org.saisei.eligibility.protocol.EarlierAdministrations;
import org.saisei.eligibility.protocol.PlannedTreatment;

@Schema(name = "TreatmentPlan", description = "What is left out is not planned yet: its rules are then UNKNOWN.")
record PlanRequest(
        @NotNull @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$") String protocol,

        @Nullable
        @Pattern(regexp = Candidate.ID)
        @Schema(
                description =
                        "One of your candidates: earlier administrations are then those that the registry has recorded.")
        String candidateId,

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

        @Nullable LocalDate plannedFirstBloodCollectionOn,

        @Nullable LocalDate plannedMarrowCollectionOn,

        @Nullable LocalDate plannedLastBloodCollectionOn,

        @Nullable
        @Schema(
                description =
                        "Day on which the product is, or will be, made, not before a planned collection: the days from it"
                                + " to the administration are shown.")
        LocalDate manufacturedOn,

        @Nullable LocalDate plannedAdministrationOn,

        @Nullable
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100000")
        @Digits(integer = 6, fraction = 3)
        @Schema(description = "Of the product alone, mL.")
        BigDecimal productVolumeMl,

        @Nullable
        @DecimalMin("0")
        @DecimalMax("100000")
        @Digits(integer = 6, fraction = 3)
        @Schema(description = "Of the saline that the product is diluted with, mL.")
        BigDecimal salineVolumeMl,

        @Nullable
        @DecimalMin("0")
        @DecimalMax("1000")
        @Digits(integer = 4, fraction = 6)
        @Schema(description = "Flow of the product, mL/min.")
        BigDecimal flowMlPerMin,

        @Nullable
        @Size(max = 20)
        @Schema(
                description =
                        "Days on which the patient was given the product before, as far as you know; an empty list says"
                                + " that it was never given. With a candidateId, the registry's are added.")
        List<@NotNull LocalDate> earlierAdministrationsOn) {

    TreatmentPlan toPlan(String facilityId) {
        return new TreatmentPlan(
                facilityId,
                protocol,
                candidateId,
                new PlannedTreatment(
                        weightKg,
                        weightMeasuredOn,
                        plannedCells,
                        injuryDate,
                        plannedFirstBloodCollectionOn,
                        plannedMarrowCollectionOn,
                        plannedLastBloodCollectionOn,
                        manufacturedOn,
                        plannedAdministrationOn,
                        productVolumeMl,
                        salineVolumeMl,
                        flowMlPerMin,
                        new EarlierAdministrations(earlierAdministrationsOn, null)));
    }
}
