package org.saisei.registry.enrolment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.kit.database.Sql;
import org.saisei.registry.enrolment.Enrolment;
import org.saisei.registry.enrolment.EnrolmentBackground;
import org.saisei.registry.identity.SubjectId;

/** One way to the database and back: the locks are the first statements, so that the others see what they protect. */
@ApplicationScoped
class SqlEnrolmentBackground implements EnrolmentBackground {
    private final Sql sql;
    private final SqlSubjects subjects;
    private final SqlDecisions decisions;

    SqlEnrolmentBackground(Sql sql, SqlSubjects subjects, SqlDecisions decisions) {
        this.sql = sql;
        this.subjects = subjects;
        this.decisions = decisions;
    }

    @Override
    public Known hold(String facilityId, Enrolment enrolment, SubjectId drawn) {
        sql.later(
                "SELECT pg_advisory_xact_lock(hashtext('enrolment document'), hashtext(?))",
                facilityId + " " + enrolment.documentNumber());
        decisions.hold(enrolment.candidateId());
        var same = sql.soon(
                "SELECT subject_id FROM subject WHERE facility_id = ? AND document_number = ?",
                row -> new SubjectId(row.getString(1)),
                facilityId,
                enrolment.documentNumber());
        var known = decisions.soonOf(facilityId, enrolment.candidateId());
        var earlier = subjects.soonLockOfCandidate(facilityId, enrolment.candidateId());
        var taken = sql.soon("SELECT 1 FROM subject WHERE subject_id = ?", row -> true, drawn.number());
        return new Known(
                same.get().stream().findFirst(),
                known.get(),
                earlier.get(),
                !taken.get().isEmpty());
    }
}
