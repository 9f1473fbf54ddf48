package org.saisei.eligibility.assessment.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.AssessmentRequest;
import org.saisei.eligibility.assessment.Candidate;
import org.saisei.eligibility.assessment.Declaration;
import org.saisei.kit.http.Codes;
import org.saisei.kit.json.StrictJson;
import org.saisei.kit.problem.FieldError;

/** Body of an assessment. Has no place for who the patient is, and members it does not name are refused. */
@Schema(
        name = "NewAssessment",
        description = "Holds nothing that says who the patient is: there is no place for it, and unknown members are"
                + " refused.")
record NewAssessment(
        @NotNull
        @Pattern(regexp = Codes.DOCUMENT_NUMBER)
        @Schema(description = "The facility's own number of this assessment, never a patient's; unique.")
        String documentNumber,

        @NotNull @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$") String protocol,

        @NotNull
        @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$")
        @Schema(description = "A stage of the protocol, e.g. PLANNING, PRE_ADMINISTRATION.")
        String stage,

        @Nullable
        @Pattern(regexp = Candidate.ID)
        @Schema(description = "As answered by the patient's first assessment; left out for a new patient.")
        String candidateId,

        @Nullable
        @Schema(
                description = "The assessment this one takes the place of. Left out, it takes the place of the one"
                        + " that stands for the candidate, protocol and stage, if there is one.")
        UUID supersedes,

        @NotNull @Schema(description = "Day of the assessment (Asia/Tokyo), not in the future.")
        LocalDate assessedOn,

        @NotNull @Pattern(regexp = Codes.IDENTIFIER) @Schema(description = "治療の責任者, the facility's own code.")
        String responsiblePhysicianId,

        @Nullable
        @Size(max = 32)
        @Pattern(regexp = "^[A-Z][A-Za-z0-9.-]*$")
        @Schema(
                description = "Rule id of the 医師要件 that the responsible physician declares; needed only where"
                        + " more than one is met.")
        String declaredPhysicianRequirement,

        @NotNull
        @Size(max = 200)
        @Schema(
                type = SchemaType.OBJECT,
                description = "The protocol's facts, as far as known: GET /protocols/{protocol} lists them with"
                        + " types, meanings and ranges. What is left out is unknown, never no.")
        Map<String, Object> facts,

        @Nullable
        @Valid
        @Schema(
                description = "他の治療選択肢がない旨の申告: carries the cautions whose verdict is `declarable`, and no"
                        + " other: with one that is not, the decision stays NOT_RECOMMENDED. (ours: that reasons are"
                        + " given)")
        DeclarationRequest noOtherTreatmentOption) {

    @Schema(name = "NoOtherTreatmentOption")
    record DeclarationRequest(
            @NotNull LocalDate declaredOn,

            @NotBlank
            @Size(max = 2000)
            @Schema(description = "The responsible physician's reasons. Kept encrypted; on no event.")
            String reasons) {}

    /**
     * What no protocol can have within the facts: names such as half a character, numbers that cannot be written out.
     * Neither is repeated.
     */
    List<FieldError> oddities() {
        if (isOdd(facts)) {
            return List.of(
                    new FieldError("/facts", "UNKNOWN_FIELD", "has a member whose name is not letters and digits"));
        }
        var errors = new ArrayList<FieldError>();
        numbersWithoutEnd("/facts", facts, errors);
        return errors;
    }

    private static void numbersWithoutEnd(String pointer, @Nullable Object json, List<FieldError> errors) {
        switch (json) {
            case Map<?, ?> members ->
                members.forEach((name, value) -> numbersWithoutEnd(pointer + "/" + name, value, errors));
            case Collection<?> items -> items.forEach(item -> numbersWithoutEnd(pointer, item, errors));
            case BigDecimal number
            when !StrictJson.canBeWrittenOut(number) ->
                errors.add(new FieldError(pointer, "OUT_OF_RANGE", "is a number that nothing here can be"));
            case null, default -> {
                // all others can be written out
            }
        }
    }

    private static boolean isOdd(@Nullable Object json) {
        return switch (json) {
            case Map<?, ?> members ->
                members.keySet().stream().anyMatch(name -> !String.valueOf(name).matches("[A-Za-z0-9]{1,64}"))
                        || members.values().stream().anyMatch(NewAssessment::isOdd);
            case Collection<?> items -> items.stream().anyMatch(NewAssessment::isOdd);
            case null, default -> false;
        };
    }

    AssessmentRequest toRequest(String facilityId) {
        return new AssessmentRequest(
                facilityId,
                documentNumber,
                protocol,
                stage,
                candidateId,
                supersedes,
                assessedOn,
                responsiblePhysicianId,
                declaredPhysicianRequirement,
                facts,
                noOtherTreatmentOption == null
                        ? null
                        : new Declaration(noOtherTreatmentOption.declaredOn(), noOtherTreatmentOption.reasons()));
    }
}
