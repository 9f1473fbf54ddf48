package org.saisei.eligibility.facility.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.facility.PhysicianFaults;
import org.saisei.eligibility.protocol.Physician;
import org.saisei.eligibility.protocol.Placement;
import org.saisei.eligibility.protocol.PlacementRole;
import org.saisei.eligibility.protocol.Specialty;
import org.saisei.kit.problem.FieldError;

@Schema(
        description =
                "A physician as the facility states them. What is left out is unknown, never no. The id in the path is"
                        + " the facility's own code, not a name.")
record PhysicianRequest(
        @NotNull
        @Schema(
                description = "医師免許取得日; not before " + PhysicianFaults.EARLIEST_LICENSE
                        + ", a bound of ours for what can be true.")
        LocalDate licensedOn,

        @NotNull
        @Size(max = 10)
        @Schema(
                description =
                        "Training (修練) after licensing; each specialty at most once. One left out is unknown, so"
                                + " state 0 years where there is none. No more years than lie between licensing and"
                                + " experienceAsOf (today if left out); those of REHABILITATION come after the initial training.")
        List<@NotNull @Valid TrainingRequest> training,

        @Nullable
        @DecimalMin("0")
        @DecimalMax("10")
        @Digits(integer = 2, fraction = 1)
        @Schema(description = "初期研修, years completed; unknown if left out.")
        BigDecimal initialTrainingYears,

        @Nullable @Min(0) @Max(100000) @Schema(description = "脊髄損傷に関する臨床経験: cases in all; unknown if left out.")
        Integer spinalCordInjuryCases,

        @Nullable
        @Min(0)
        @Max(100000)
        @Schema(description = "脊髄損傷（非外傷性を含む）患者に対するリハビリテーション: cases in all; unknown if left out.")
        Integer spinalCordInjuryRehabilitationCases,

        @Nullable @Schema(description = "AIS 評価が適切に行える; unknown if left out.")
        Boolean assessesAis,

        @Nullable
        @Schema(
                description =
                        "Day on which the product training (講習) was first completed; unknown if left out. A course"
                                + " repeated later does not replace it.")
        LocalDate productTrainingCompletedOn,

        @NotNull
        @Size(max = 50)
        @Schema(description = "配置: for what, when, under which protocol; no two for the same share a day.")
        List<@NotNull @Valid PlacementRequest> placements,

        @Nullable
        @Schema(
                description =
                        "First day of which training years, cases and AIS ability are stated: whether they sufficed"
                                + " before it is unknown. If left out, they are stated of every day.")
        LocalDate experienceAsOf) {

    record TrainingRequest(
            @NotNull Specialty specialty,

            @NotNull @DecimalMin("0") @DecimalMax("80") @Digits(integer = 2, fraction = 1)
            BigDecimal years) {}

    record PlacementRequest(
            @NotNull @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$")
            String protocol,

            @Nullable
            @Schema(
                    description = "RESPONSIBLE (治療の責任者) if left out; CARE: on staff with sufficient knowledge and"
                            + " experience of diagnosis, treatment, functional evaluation and rehabilitation;"
                            + " RESPONSIBLE_AFTER_TRANSFER: 転院先の治療の責任者.",
                    defaultValue = "RESPONSIBLE")
            PlacementRole role,

            @NotNull @Schema(description = "First day.") LocalDate from,

            @Nullable @Schema(description = "Last day, included; open if left out.")
            LocalDate to) {}

    /** Specialties that are named a second time. */
    List<FieldError> repeatedSpecialties() {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < training.size(); i++) {
            var specialty = training.get(i).specialty();
            if (training.subList(0, i).stream().anyMatch(earlier -> earlier.specialty() == specialty)) {
                errors.add(new FieldError("/training/" + i + "/specialty", "UNIQUE", "is named twice"));
            }
        }
        return errors;
    }

    Physician toPhysician(String physicianId) {
        var years = new EnumMap<Specialty, BigDecimal>(Specialty.class);
        training.forEach(entry -> years.put(entry.specialty(), entry.years()));
        return new Physician(
                physicianId,
                licensedOn,
                years,
                initialTrainingYears,
                spinalCordInjuryCases,
                spinalCordInjuryRehabilitationCases,
                assessesAis,
                productTrainingCompletedOn,
                placements.stream()
                        .map(p -> new Placement(
                                p.protocol(),
                                p.role() == null ? PlacementRole.RESPONSIBLE : p.role(),
                                p.from(),
                                p.to()))
                        .toList(),
                experienceAsOf);
    }
}
