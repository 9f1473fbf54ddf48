package org.saisei.registry.treatment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Codes;
import org.saisei.registry.treatment.Correction;

/** What the corrections of the three kinds of fact have in common. */
interface CorrectionRequest {

    String documentNumber();

    String reason();

    Correction.Action action();

    @Nullable
    FactRequest corrected();

    @Schema(name = "CollectionCorrectionRequest")
    record OfCollection(
            @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Schema(description = "of the correction")
            String documentNumber,

            @NotBlank @Size(max = 1000) @Schema(description = "Kept sealed.")
            String reason,

            @NotNull Correction.Action action,

            @Valid @Nullable @Schema(description = "for CORRECT: the whole fact as it should have been")
            CollectionRequest corrected)
            implements CorrectionRequest {}

    @Schema(name = "ProductCorrectionRequest")
    record OfProduct(
            @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Schema(description = "of the correction")
            String documentNumber,

            @NotBlank @Size(max = 1000) @Schema(description = "Kept sealed.")
            String reason,

            @NotNull Correction.Action action,

            @Valid @Nullable @Schema(description = "for CORRECT: the whole fact as it should have been")
            ProductRequest corrected)
            implements CorrectionRequest {}

    @Schema(name = "AdministrationCorrectionRequest")
    record OfAdministration(
            @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Schema(description = "of the correction")
            String documentNumber,

            @NotBlank @Size(max = 1000) @Schema(description = "Kept sealed.")
            String reason,

            @NotNull Correction.Action action,

            @Valid @Nullable @Schema(description = "for CORRECT: the whole fact as it should have been")
            AdministrationRequest corrected)
            implements CorrectionRequest {}
}
