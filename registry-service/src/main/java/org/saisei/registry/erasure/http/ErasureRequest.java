package org.saisei.registry.erasure.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Codes;
import org.saisei.registry.erasure.EraseIdentity;
import org.saisei.registry.erasure.Erasure;

@Schema(name = "IdentityErasureRequest", description = "Codes only: what names the patient has no place here.")
record ErasureRequest(
        @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER) @Schema(description = "the registrar's own, of the erasure")
        String documentNumber,

        @NotNull Erasure.Ground ground,

        @Nullable
        @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        @Schema(
                nullable = true,
                description = "number of the file in which the ground is found; required while the retention runs")
        String reference) {

    EraseIdentity.Request toRequest() {
        return new EraseIdentity.Request(documentNumber, ground, reference);
    }
}
