package org.saisei.kit.operator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.kit.http.Codes;

/** What an operator states to have a refused event sent again. */
@Schema(name = "ReleaseOrder")
record ReleaseOrder(
        @Schema(description = DOCUMENT_NUMBER) @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        String documentNumber,

        @Schema(description = REASON) @NotBlank @Size(max = 500)
        String reason) {

    static final String DOCUMENT_NUMBER = "Your own number, of the incident; several events may have the same";
    static final String REASON = "Why, for the auditor; nothing about a patient";
}
