package org.saisei.kit.operator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.kit.http.Codes;
import org.saisei.kit.restore.ForgottenEvent;

/** What an operator states about an act that a restore has lost. */
@Schema(name = "ForgottenEventOrder")
record ForgottenEventOrder(
        @Schema(description = ReleaseOrder.DOCUMENT_NUMBER) @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        String documentNumber,

        @Schema(description = "RE_ENTERED once its act is recorded again, GIVEN_UP if it will not be") @NotNull
        ForgottenEvent.Resolution resolution,

        @Schema(description = ReleaseOrder.REASON) @NotBlank @Size(max = 500)
        String reason) {}
