package org.saisei.eligibility.plan.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saisei.eligibility.plan.Administration;
import org.saisei.eligibility.plan.Administrations;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlAdministrations implements Administrations {
    private final Sql sql;

    SqlAdministrations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Administration administration) {
        sql.update(
                """
                INSERT INTO administration (fact_id, subject_id, candidate_id, facility_id, protocol, administered_on)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (fact_id) DO NOTHING
                """,
                administration.factId(),
                administration.subjectId(),
                administration.candidateId(),
                administration.facilityId(),
                administration.protocol(),
                administration.administeredOn());
    }

    @Override
    public boolean retire(UUID factId) {
        return sql.update("UPDATE administration SET retired = true WHERE fact_id = ? AND NOT retired", factId) > 0;
    }

    @Override
    public Optional<List<LocalDate>> of(String facilityId, String candidateId, String protocol) {
        return sql.first(
                """
                SELECT ARRAY (SELECT a.administered_on FROM administration a
                              WHERE a.candidate_id = c.candidate_id AND a.facility_id = c.facility_id
                                AND a.protocol = ? AND NOT a.retired
                              ORDER BY a.administered_on)
                FROM candidate c
                WHERE c.candidate_id = ? AND c.facility_id = ?
                """,
                row -> Arrays.stream((Date[]) row.getArray(1).getArray())
                        .map(Date::toLocalDate)
                        .toList(),
                protocol,
                candidateId,
                facilityId);
    }
}
