package org.saisei.eligibility.assessment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.saisei.eligibility.assessment.CandidateStanding;
import org.saisei.eligibility.assessment.CandidateStandings;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlCandidateStandings implements CandidateStandings {
    private final Sql sql;

    SqlCandidateStandings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<CandidateStanding> find(String subjectId) {
        return sql.first(
                """
                SELECT subject_id, candidate_id, facility_id, protocol, standing, since FROM candidate_standing
                WHERE subject_id = ?
                """,
                row -> new CandidateStanding(
                        row.getString("subject_id"),
                        row.getString("candidate_id"),
                        row.getString("facility_id"),
                        row.getString("protocol"),
                        row.getString("standing"),
                        row.getObject("since", OffsetDateTime.class).toInstant()),
                subjectId);
    }

    @Override
    public void put(CandidateStanding standing) {
        sql.update(
                """
                INSERT INTO candidate_standing (subject_id, candidate_id, facility_id, protocol, standing, since,
                    first_since)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (subject_id) DO UPDATE
                    SET candidate_id = excluded.candidate_id, standing = excluded.standing, since = excluded.since
                """,
                standing.subjectId(),
                standing.candidateId(),
                standing.facilityId(),
                standing.protocol(),
                standing.standing(),
                standing.since(),
                standing.since());
    }
}
