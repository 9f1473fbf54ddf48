package org.saisei.registry.treatment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Codes;
import org.saisei.registry.treatment.Correction;
import org.saisei.registry.treatment.Correction.Ground;

/** What the corrections of the three kinds of fact have in common. */
interface CorrectionRequest {
    String GROUND =
            "Why, as a code: MISTYPED 転記誤り, OTHER_PATIENT, RECORDED_TWICE, DID_NOT_HAPPEN, SOURCE_CORRECTED (the"
                    + " document it was taken from was corrected). A ground or a reason is required, or both.";
    String REASON =
            "Why, in words; kept sealed, and made unreadable when the identity is erased. Once it is erased, a reason"
                    + " is refused (422), for it may name the patient: give the ground alone.";

    String documentNumber();

    @Nullable
    Ground ground();

    @Nullable
    String reason();

    Correction.Action action();

    @Nullable
    FactRequest corrected();

    @Schema(name = "CollectionCorrectionRequest")
    record OfCollection(
            @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Schema(description = "of the correction")
            String documentNumber,

            @Nullable @Schema(nullable = true, description = GROUND)
            Ground ground,

            @Nullable @Size(min = 1, max = 1000) @Schema(nullable = true, description = REASON)
            String reason,

            @NotNull Correction.Action action,

            @Valid @Nullable @Schema(description = "for CORRECT: the whole fact as it should have been")
            CollectionRequest corrected)
            implements CorrectionRequest {}

    @Schema(name = "ProductCorrectionRequest")
    record OfProduct(
            @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Schema(description = "of the correction")
            String documentNumber,

            @Nullable @Schema(nullable = true, description = GROUND)
            Ground ground,

            @Nullable @Size(min = 1, max = 1000) @Schema(nullable = true, description = REASON)
            String reason,

            @NotNull Correction.Action action,

            @Valid @Nullable @Schema(description = "for CORRECT: the whole fact as it should have been")
            ProductRequest corrected)
            implements CorrectionRequest {}

    @Schema(name = "AdministrationCorrectionRequest")
    record OfAdministration(
            @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Schema(description = "of the correction")
            String documentNumber,

            @Nullable @Schema(nullable = true, description = GROUND)
            Ground ground,

            @Nullable @Size(min = 1, max = 1000) @Schema(nullable = true, description = REASON)
            String reason,

            @NotNull Correction.Action action,

            @Valid @Nullable @Schema(description = "for CORRECT: the whole fact as it should have been")
            AdministrationRequest corrected)
            implements CorrectionRequest {}
}
