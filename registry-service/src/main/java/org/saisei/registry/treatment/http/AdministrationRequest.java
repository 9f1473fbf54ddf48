package org.saisei.registry.treatment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Codes;
import org.saisei.registry.treatment.Administration;

@Schema(name = "AdministrationRequest")
record AdministrationRequest(
        @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) String documentNumber,

        @NotNull @Pattern(regexp = Codes.IDENTIFIER) String lotNumber,

        @NotNull @Schema(description = "投与日; from the injury to today in Japan")
        LocalDate administeredOn,

        @Nullable
        @Positive
        @DecimalMax(Limits.MAX_CELLS)
        @Digits(integer = 15, fraction = 0)
        @Schema(description = "absent while not known, as every quantity here: a fact is never turned away for it")
        BigDecimal cells,

        @Nullable
        @Positive
        @DecimalMax(Limits.MAX_WEIGHT_KG)
        @Digits(integer = 3, fraction = 3)
        @Schema(description = "latest weight before the administration")
        BigDecimal weightKg,

        @Nullable @Schema(description = "not after administeredOn; before the injury it is a deviation (S-T2)")
        LocalDate weightMeasuredOn,

        @Nullable @Positive @DecimalMax(Limits.MAX_VOLUME_ML) @Digits(integer = 5, fraction = 3)
        BigDecimal productVolumeMl,

        @Nullable @PositiveOrZero @DecimalMax(Limits.MAX_VOLUME_ML) @Digits(integer = 5, fraction = 3)
        BigDecimal salineVolumeMl,

        @Nullable
        @Positive
        @DecimalMax(Limits.MAX_FLOW_ML_PER_MIN)
        @Digits(integer = 3, fraction = 3)
        @Schema(description = "flow of the product")
        BigDecimal flowMlPerMin,

        @Valid @Nullable @Schema(description = "as assessed immediately before")
        AisValue ais)
        implements FactRequest {

    @Override
    public Administration toContent() {
        return new Administration(
                lotNumber,
                administeredOn,
                cells,
                weightKg,
                weightMeasuredOn,
                productVolumeMl,
                salineVolumeMl,
                flowMlPerMin,
                AisValue.toAis(ais));
    }
}
