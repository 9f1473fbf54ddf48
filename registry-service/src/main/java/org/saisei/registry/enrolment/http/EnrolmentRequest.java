package org.saisei.registry.enrolment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.saisei.kit.http.Codes;
import org.saisei.registry.enrolment.Enrolment;
import org.saisei.registry.enrolment.Sex;
import org.saisei.registry.identity.PatientIdentity;

@Schema(name = "EnrolmentRequest")
record EnrolmentRequest(
        @NotNull
        @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        @Schema(description = "The facility's own number of the enrolment; never the patient's.")
        String documentNumber,

        @NotNull @Pattern(regexp = PROTOCOL) String protocol,

        @NotNull @Pattern(regexp = CANDIDATE) @Schema(description = "候補患者: as issued by the first assessment.")
        String candidateId,

        @NotNull @Schema(description = "受傷日; not after enrolledOn.")
        LocalDate injuryDate,

        @NotNull Sex sex,

        @NotNull @Schema(description = "登録日; not after today in Japan.")
        LocalDate enrolledOn,

        @NotNull @Valid IdentityRequest identity) {

    static final String PROTOCOL = "^[A-Z][A-Z0-9_]{0,39}$";
    static final String CANDIDATE = "^[0-9A-HJKMNP-TV-Z]{16}$";

    /** Kept sealed, never echoed. */
    @Schema(name = "IdentityRequest")
    record IdentityRequest(
            @NotBlank @OneLine @Size(max = 100) @Schema(description = "氏名")
            String nameKanji,

            @NotBlank @OneLine @Size(max = 100) @Schema(description = "氏名（カナ）")
            String nameKana,

            @NotNull @Schema(description = "生年月日; not after injuryDate.")
            LocalDate birthDate,

            @NotBlank @OneLine @Size(max = 40) @Schema(description = "診療録番号: the facility's own number of the patient.")
            String medicalRecordNumber) {

        @Override
        public String toString() {
            return "IdentityRequest[sealed]";
        }
    }

    Enrolment toEnrolment() {
        return new Enrolment(
                documentNumber,
                protocol,
                candidateId,
                injuryDate,
                sex,
                enrolledOn,
                new PatientIdentity(
                        identity.nameKanji(),
                        identity.nameKana(),
                        identity.birthDate(),
                        identity.medicalRecordNumber()));
    }
}
