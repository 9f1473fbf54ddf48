package org.saisei.eligibility.facility.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.facility.AccreditFacility;
import org.saisei.kit.http.Codes;

record AccreditationRequest(
        @NotNull
        @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        @Schema(description = "Unique among the facility's accreditations.")
        String documentNumber,

        @NotNull @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$") String protocol,

        @NotNull @Schema(description = "First day; the requirements are judged as of it.")
        LocalDate from,

        @Nullable @Schema(description = "Last day, included; open if left out.")
        LocalDate to) {

    AccreditFacility.Request toRequest(String facilityId) {
        return new AccreditFacility.Request(facilityId, documentNumber, protocol, from, to);
    }
}
