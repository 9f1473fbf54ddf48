package org.saisei.kit.operator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.http.Codes;

/** What an operator states to have a parked event applied or dropped. */
@Schema(name = "ParkedEventOrder")
record ParkedEventOrder(
        @Schema(description = ReleaseOrder.DOCUMENT_NUMBER) @NotNull @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        String documentNumber,

        @Schema(description = ReleaseOrder.REASON) @NotBlank @Size(max = 500)
        String reason,

        @Schema(
                description =
                        "True to give up the events before it that have not come (GAP): should they come after all,"
                                + " they have no effect here. Only once it is known that they never will.")
        @Nullable
        Boolean skipMissing) {}
