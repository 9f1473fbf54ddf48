package org.saisei.registry.treatment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.treatment.Fact;
import org.saisei.registry.treatment.FactKind;
import org.saisei.registry.treatment.Facts;

@ApplicationScoped
class SqlFacts implements Facts {
    private static final String SELECT = """
            SELECT fact_id, origin_id, subject_id, facility_id, kind, document_number, content, status, replaced_by,
                   recorded_at
            FROM treatment_fact
            """;

    private final Sql sql;
    private final Holds holds;
    private final Documents documents;

    SqlFacts(Sql sql, Holds holds, Documents documents) {
        this.sql = sql;
        this.holds = holds;
        this.documents = documents;
    }

    @Override
    public void holdDocument(String facilityId, FactKind kind, String documentNumber) {
        holds.hold("document of " + kind, facilityId + " " + documentNumber);
    }

    @Override
    public void holdLots(Set<String> lotNumbers) {
        holds.holdAll("lot", lotNumbers);
    }

    @Override
    public List<Fact> of(SubjectId subjectId) {
        return sql.list(SELECT + "WHERE subject_id = ? ORDER BY recorded_at, fact_id", this::read, subjectId.number());
    }

    @Override
    public Optional<Fact> find(SubjectId subjectId, FactKind kind, UUID factId) {
        return sql.first(
                SELECT + "WHERE subject_id = ? AND kind = ? AND fact_id = ?",
                this::read,
                subjectId.number(),
                kind.name(),
                factId);
    }

    @Override
    public Optional<Fact> findByDocument(String facilityId, FactKind kind, String documentNumber) {
        return sql.first(
                SELECT + "WHERE facility_id = ? AND kind = ? AND document_number = ? ORDER BY recorded_at DESC LIMIT 1",
                this::read,
                facilityId,
                kind.name(),
                documentNumber);
    }

    @Override
    public List<Fact> list(
            SubjectId subjectId, FactKind kind, @Nullable String documentNumber, @Nullable UUID after, int limit) {
        return sql.list(
                SELECT + """
                WHERE subject_id = ? AND kind = ?
                  AND (?::varchar IS NULL OR document_number = ? OR fact_id IN (
                          SELECT coalesce(replaced_by, fact_id) FROM fact_correction
                          WHERE subject_id = ? AND document_number = ?))
                  AND (?::uuid IS NULL OR fact_id > ?)
                ORDER BY fact_id LIMIT ?
                """,
                this::read,
                subjectId.number(),
                kind.name(),
                documentNumber,
                documentNumber,
                subjectId.number(),
                documentNumber,
                after,
                after,
                limit);
    }

    @Override
    public void add(Fact fact) {
        sql.update(
                """
                INSERT INTO treatment_fact (fact_id, origin_id, subject_id, facility_id, kind, document_number,
                    happened_on, lot_number, content, status, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                fact.factId(),
                fact.originId(),
                fact.subjectId().number(),
                fact.facilityId(),
                fact.kind().name(),
                fact.documentNumber(),
                fact.content().happenedOn(),
                fact.content().lot().orElse(null),
                documents.write(fact.content()),
                fact.status().name(),
                fact.recordedAt());
    }

    @Override
    public void retire(UUID factId, Fact.Status as, @Nullable UUID replacedBy) {
        sql.update(
                "UPDATE treatment_fact SET status = ?, replaced_by = ? WHERE fact_id = ?",
                as.name(),
                replacedBy,
                factId);
    }

    @Override
    public Set<SubjectId> recordersOf(Set<String> lotNumbers) {
        return Set.copyOf(
                sql.list("""
                SELECT DISTINCT subject_id FROM treatment_fact
                WHERE kind = 'PRODUCT' AND status = 'CURRENT' AND lot_number = ANY (?)
                """, row -> new SubjectId(row.getString(1)), (Object) lotNumbers.toArray(String[]::new)));
    }

    @Override
    public Set<String> recordedByOthers(SubjectId subjectId, Set<String> lotNumbers) {
        return Set.copyOf(
                sql.list("""
                SELECT DISTINCT lot_number FROM treatment_fact
                WHERE kind = 'PRODUCT' AND status = 'CURRENT' AND lot_number = ANY (?) AND subject_id <> ?
                """, row -> row.getString(1), lotNumbers.toArray(String[]::new), subjectId.number()));
    }

    private Fact read(ResultSet row) throws SQLException {
        return new Fact(
                row.getObject("fact_id", UUID.class),
                row.getObject("origin_id", UUID.class),
                new SubjectId(row.getString("subject_id")),
                row.getString("facility_id"),
                row.getString("document_number"),
                documents.readContent(FactKind.valueOf(row.getString("kind")), row.getString("content")),
                Fact.Status.valueOf(row.getString("status")),
                row.getObject("replaced_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
