package org.saisei.eligibility.protocol.http;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.eligibility.protocol.ChangeParameter;
import org.saisei.kit.http.Codes;

record ParameterChangeRequest(
        @NotNull
        @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        @Schema(description = "Unique among the changes of the protocol's parameters.")
        String documentNumber,

        @NotNull
        @Digits(integer = 12, fraction = 0)
        @Schema(description = "A whole number within the parameter's changeable range.")
        BigDecimal value,

        @NotNull @Schema(description = "First day; in the past or the future.")
        LocalDate from,

        @NotBlank @Size(max = 500) @Schema(description = "Served with the parameter, and on no event.")
        String reason) {

    ChangeParameter.Request toRequest(String protocol, String parameter) {
        return new ChangeParameter.Request(protocol, parameter, documentNumber, value, from, reason);
    }
}
