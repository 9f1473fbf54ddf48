package org.saisei.registry.treatment.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.saisei.kit.database.Sql;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.protocol.Citation;
import org.saisei.registry.protocol.Finding;
import org.saisei.registry.treatment.Deviation;
import org.saisei.registry.treatment.Deviations;
import org.saisei.registry.treatment.FactKind;

@ApplicationScoped
class SqlDeviations implements Deviations {
    private static final TypeReference<Map<String, BigDecimal>> VALUES = new TypeReference<>() {};

    private final Sql sql;
    private final Documents documents;

    SqlDeviations(Sql sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
    }

    @Override
    public List<Deviation> of(SubjectId subjectId) {
        return sql.list("""
                SELECT deviation_id, fact_id, fact_kind, rule_id, code, strength, detail, clause, clause_ja, observed,
                       observed_on, lot_number, recorded_at, withdrawn_at
                FROM deviation WHERE subject_id = ? ORDER BY recorded_at, deviation_id
                """, this::read, subjectId.number());
    }

    @Override
    public void add(SubjectId subjectId, Deviation deviation) {
        var finding = deviation.finding();
        var citation = finding.citation();
        sql.update(
                """
                INSERT INTO deviation (deviation_id, subject_id, fact_id, fact_kind, rule_id, code, strength, detail,
                    clause, clause_ja, observed, observed_on, lot_number, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                """,
                deviation.deviationId(),
                subjectId.number(),
                deviation.factId(),
                deviation.factKind().name(),
                finding.ruleId(),
                finding.code(),
                finding.strength().name(),
                finding.detail(),
                citation == null ? null : citation.clause(),
                citation == null ? null : citation.ja(),
                documents.write(finding.values()),
                deviation.observedOn(),
                deviation.lotNumber(),
                deviation.recordedAt());
    }

    @Override
    public void withdraw(UUID deviationId, Instant at) {
        sql.update("UPDATE deviation SET withdrawn_at = ? WHERE deviation_id = ?", at, deviationId);
    }

    private Deviation read(ResultSet row) throws SQLException {
        var clause = row.getString("clause");
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Deviation(
                row.getObject("deviation_id", UUID.class),
                row.getObject("fact_id", UUID.class),
                FactKind.valueOf(row.getString("fact_kind")),
                new Finding(
                        row.getString("rule_id"),
                        row.getString("code"),
                        Finding.Strength.valueOf(row.getString("strength")),
                        row.getString("detail"),
                        documents.read(row.getString("observed"), VALUES),
                        clause == null ? null : new Citation(clause, row.getString("clause_ja"))),
                row.getObject("observed_on", LocalDate.class),
                row.getString("lot_number"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
