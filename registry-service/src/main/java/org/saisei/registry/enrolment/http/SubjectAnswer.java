package org.saisei.registry.enrolment.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.saisei.registry.enrolment.Reason;
import org.saisei.registry.enrolment.Sex;
import org.saisei.registry.enrolment.Standing;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.identity.SubjectId;

@Schema(name = "Subject")
record SubjectAnswer(
        @Schema(description = "登録番号: twelve digits, the last one Damm's check digit.")
        String subjectId,

        String facilityId,
        String documentNumber,
        String protocol,

        @Schema(description = "Of the decision that settled the standing.") @Nullable
        String protocolVersion,

        String candidateId,
        Standing.Code standing,

        @Schema(description = "What a refusal rests on.") List<ReasonAnswer> reasons,

        @Schema(description = "The decision that settled the standing.") @Nullable
        String assessmentId,

        @Schema(description = "Completed years on enrolledOn.")
        int ageYears,

        Sex sex,
        LocalDate injuryDate,
        LocalDate enrolledOn,
        String analysisSet,

        @Schema(
                description =
                        "(ours) Your facility's other enrolments under this protocol that seem to be the same patient: by"
                                + " medical record number, or by kana and birth date.")
        List<String> suspectedDuplicates,

        long version,
        Instant recordedAt) {

    @Schema(name = "Reason")
    record ReasonAnswer(String criterion, String verdict) {
        static ReasonAnswer of(Reason reason) {
            return new ReasonAnswer(reason.criterion(), reason.verdict());
        }
    }

    static SubjectAnswer of(Subject subject) {
        return new SubjectAnswer(
                subject.subjectId().number(),
                subject.facilityId(),
                subject.documentNumber(),
                subject.protocol(),
                subject.protocolVersion(),
                subject.candidateId(),
                subject.standing().code(),
                subject.standing().reasons().stream().map(ReasonAnswer::of).toList(),
                subject.assessmentId(),
                subject.ageYears(),
                subject.sex(),
                subject.injuryDate(),
                subject.enrolledOn(),
                "TREATMENT",
                subject.suspectedDuplicates().stream().map(SubjectId::number).toList(),
                subject.version(),
                subject.recordedAt());
    }
}
