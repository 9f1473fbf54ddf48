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
import org.saisei.eligibility.protocol.FacilityLink;
import org.saisei.kit.http.Codes;

@Schema(description = "A facility (施設) as it states itself.")
record FacilityRequest(
        @NotBlank @Size(max = 200) String name,

        @NotNull @Size(max = 200) @Schema(description = "For each requirement any number, of which no two share a day.")
        List<@NotNull @Valid AttestationRequest> attestations,

        @Nullable
        @Size(max = 200)
        @Schema(
                description =
                        "Facilities that this one works together with (連携); none if left out. For each facility and kind"
                                + " any number, of which no two share a day.")
        List<@NotNull @Valid LinkRequest> links) {

    @Schema(description = "A statement that a facility requirement is met, from a day on.")
    record AttestationRequest(
            @NotNull
            @Size(max = 32)
            @Pattern(regexp = "^[A-Z][A-Za-z0-9.-]*$")
            @Schema(description = "Rule id of a facility requirement, see /protocols/{protocol}/criteria.")
            String requirement,

            @NotNull @Schema(description = "First day on which it holds.")
            LocalDate attestedOn,

            @Nullable
            @Schema(
                    description = "Last day on which it holds, included; open if left out. After it the requirement is"
                            + " not met.")
            LocalDate endedOn,

            @Nullable
            @Size(max = 64)
            @Pattern(regexp = "^[A-Z][A-Z0-9_]*$")
            @Schema(
                    description = "What was filed (届出), where the requirement leaves a choice; for S-F1.4a"
                            + " EARLY_MOBILISATION_REHABILITATION (早期離床・リハビリテーション加算) or"
                            + " ADL_MAINTENANCE_ADMISSION (ADL維持向上等体制加算).")
            String filing,

            @Nullable
            @Pattern(regexp = Codes.DOCUMENT_NUMBER)
            @Schema(description = "Number of the filing (届出), where the source names one.")
            String filingNumber,

            @Nullable @Schema(description = "Day of that filing.")
            LocalDate filedOn,

            @Nullable
            @Pattern(regexp = Codes.IDENTIFIER)
            @Schema(
                    description =
                            "The partner (連携施設) by which the requirement is met, linked as PARTNER; left out where"
                                    + " the facility meets it itself.")
            String partnerFacilityId) {}

    @Schema(description = "Another facility that this one works together with (連携).")
    record LinkRequest(
            @NotNull @Pattern(regexp = Codes.IDENTIFIER) String facilityId,
            @NotNull FacilityLink.Kind kind,
            @NotNull @Schema(description = "First day.") LocalDate from,

            @Nullable @Schema(description = "Last day, included; open if left out.")
            LocalDate to,

            @Nullable
            @Pattern(regexp = Codes.DOCUMENT_NUMBER)
            @Schema(description = "Number of the other's filing for 「回復期リハビリテーション病棟入院料１」.")
            String filingNumber,

            @Nullable @Schema(description = "Day of that filing; unknown if left out.")
            LocalDate filedOn) {}

    List<Attestation> toAttestations() {
        return attestations.stream()
                .map(a -> new Attestation(
                        a.requirement(),
                        a.attestedOn(),
                        a.endedOn(),
                        a.filing(),
                        a.filingNumber(),
                        a.filedOn(),
                        a.partnerFacilityId()))
                .toList();
    }

    List<FacilityLink> toLinks() {
        return links == null
                ? List.of()
                : links.stream()
                        .map(l -> new FacilityLink(
                                l.facilityId(), l.kind(), l.from(), l.to(), l.filingNumber(), l.filedOn()))
                        .toList();
    }
}
