package org.saisei.registry.erasure.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Codes;
import org.saisei.registry.erasure.LegalHold;

@Schema(name = "LegalHoldRequest", description = "Codes only: what names the patient has no place here.")
record LegalHoldRequest(
        @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Schema(description = "the registrar's own, of the hold")
        String documentNumber,

        @NotNull LegalHold.Ground ground,

        @Nullable
        @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        @Schema(nullable = true, description = "number of the file in which the ground is found")
        String reference) {

    @Schema(name = "LegalHoldLiftingRequest")
    record OfLifting(
            @NotNull
            @Pattern(regexp = Codes.DOCUMENT_NUMBER)
            @Schema(description = "the registrar's own, of the lifting")
            String documentNumber,

            @NotNull LegalHold.LiftingGround ground) {}
}
