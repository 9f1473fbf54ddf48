package org.saisei.eligibility.facility.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.eligibility.facility.AccreditationAct;
import org.saisei.eligibility.facility.ChangeAccreditation;
import org.saisei.kit.http.Codes;

record AccreditationChangeRequest(
        @NotNull
        @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        @Schema(description = "Unique among the changes of the facility's accreditations.")
        String documentNumber,

        @NotNull
        @Schema(
                description =
                        "First day of the new state, past or to come: any day of the accreditation's period. What the act"
                                + " may do is judged by how the accreditation stands on that day.")
        LocalDate from,

        @NotBlank
        @Size(max = 500)
        @Schema(
                description =
                        "Why, for the facility and the auditor; about the facility, never a patient. Not published.")
        String reason) {

    ChangeAccreditation.Request toRequest(String facilityId, String protocol, AccreditationAct act) {
        return new ChangeAccreditation.Request(facilityId, protocol, act, documentNumber, from, reason);
    }
}
