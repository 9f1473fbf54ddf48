package org.saisei.eligibility.facility.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.protocol.Attestation;
import org.saisei.kit.http.Codes;

@Schema(description = "A facility (施設) as it states itself.")
record FacilityRequest(
        @NotBlank @Size(max = 200) String name,

        @NotNull @Size(max = 100) @Schema(description = "At most one for each requirement.")
        List<@NotNull @Valid AttestationRequest> attestations) {

    @Schema(description = "A statement that a facility requirement is met, from a day on.")
    record AttestationRequest(
            @NotNull
            @Size(max = 32)
            @Pattern(regexp = "^[A-Z][A-Za-z0-9.-]*$")
            @Schema(description = "Rule id of a facility requirement, see /protocols/{protocol}/criteria.")
            String requirement,

            @NotNull LocalDate attestedOn,

            @Nullable
            @Pattern(regexp = Codes.DOCUMENT_NUMBER)
            @Schema(description = "Number of the filing (届出), where the source names one.")
            String filingNumber,

            @Nullable LocalDate filedOn) {}

    List<Attestation> toAttestations() {
        return attestations.stream()
                .map(a -> new Attestation(a.requirement(), a.attestedOn(), a.filingNumber(), a.filedOn()))
                .toList();
    }
}
