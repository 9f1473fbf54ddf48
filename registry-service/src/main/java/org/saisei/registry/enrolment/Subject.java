package org.saisei.registry.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.access.Actor;
import org.saisei.kit.access.Role;
import org.saisei.registry.identity.SubjectId;

/**
 * An enrolled patient under a pseudonym (登録患者).
 *
 * @param position orders lists, by time of enrolment
 * @param facilityId the enrolling, and so far treating, facility
 * @param documentNumber the facility's own number of the enrolment
 * @param ageYears completed years on {@code enrolledOn}
 * @param assessmentId the decision that settled the standing
 * @param protocolVersion of that decision (S-N1)
 * @param suspectedDuplicates living enrolments of the same facility and protocol whose identity matches
 * @param version counts from 1 with every change of the standing
 */
public record Subject(
        SubjectId subjectId,
        UUID position,
        String facilityId,
        String documentNumber,
        String protocol,
        String candidateId,
        Sex sex,
        int ageYears,
        LocalDate injuryDate,
        LocalDate enrolledOn,
        Standing standing,
        @Nullable String assessmentId,
        @Nullable String protocolVersion,
        List<SubjectId> suspectedDuplicates,
        long version,
        Instant recordedAt) {

    public Subject {
        // as precise as it is stored, so that every answer shows the same
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        suspectedDuplicates = List.copyOf(suspectedDuplicates);
    }

    /** May read everything but the identity. */
    public boolean visibleTo(Actor actor) {
        return actor.mayTouch(protocol) && (actor.is(Role.REGISTRAR) || actor.actsFor(facilityId));
    }

    /** May record facts and read the identity. */
    public boolean treatedBy(Actor actor) {
        return actor.mayTouch(protocol) && actor.actsFor(facilityId);
    }

    /** A refused enrolment is over; any other keeps its candidate from being enrolled again. */
    public boolean isLiving() {
        return standing.code() != Standing.Code.REFUSED;
    }

    Subject moved(Standing to, @Nullable CandidateDecision by) {
        return new Subject(
                subjectId,
                position,
                facilityId,
                documentNumber,
                protocol,
                candidateId,
                sex,
                ageYears,
                injuryDate,
                enrolledOn,
                to,
                by == null ? assessmentId : by.assessmentId(),
                by == null ? protocolVersion : by.protocolVersion(),
                suspectedDuplicates,
                version + 1,
                recordedAt);
    }
}
