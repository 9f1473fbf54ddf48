package org.saisei.registry.enrolment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;
import org.saisei.registry.enrolment.CandidateDecision;
import org.saisei.registry.enrolment.Decision;
import org.saisei.registry.enrolment.Decisions;

@ApplicationScoped
class SqlDecisions implements Decisions {
    private static final String OF_CANDIDATE = """
            SELECT assessment_id, candidate_id, sequence, facility_id, document_number, protocol, protocol_version,
                   stage, decision, coverage, not_satisfied, assessed_on, supersedes, recorded_at
            FROM candidate_decision WHERE candidate_id = ? AND facility_id = ? ORDER BY sequence
            """;

    private final Sql sql;
    private final Reasons reasons;

    SqlDecisions(Sql sql, Reasons reasons) {
        this.sql = sql;
        this.reasons = reasons;
    }

    @Override
    public void hold(String candidateId) {
        sql.later("SELECT pg_advisory_xact_lock(hashtext('candidate'), hashtext(?))", candidateId);
    }

    @Override
    public void add(CandidateDecision decision) {
        sql.later(
                """
                INSERT INTO candidate_decision (assessment_id, candidate_id, sequence, facility_id, document_number,
                    protocol, protocol_version, stage, decision, coverage, not_satisfied, assessed_on, supersedes,
                    recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                ON CONFLICT (assessment_id) DO NOTHING
                """,
                UUID.fromString(decision.assessmentId()),
                decision.candidateId(),
                decision.sequence(),
                decision.facilityId(),
                decision.documentNumber(),
                decision.protocol(),
                decision.protocolVersion(),
                decision.stage(),
                decision.decision().name(),
                decision.coverage(),
                reasons.write(decision.notSatisfied()),
                decision.assessedOn(),
                uuid(decision.supersedes()),
                decision.recordedAt());
    }

    @Override
    public List<CandidateDecision> of(String facilityId, String candidateId) {
        return sql.list(OF_CANDIDATE, this::read, candidateId, facilityId);
    }

    /** As {@link #of}, once the rows are asked for. */
    Supplier<List<CandidateDecision>> soonOf(String facilityId, String candidateId) {
        return sql.soon(OF_CANDIDATE, this::read, candidateId, facilityId);
    }

    private CandidateDecision read(ResultSet row) throws SQLException {
        return new CandidateDecision(
                row.getString("assessment_id"),
                row.getString("candidate_id"),
                row.getLong("sequence"),
                row.getString("facility_id"),
                row.getString("document_number"),
                row.getString("protocol"),
                row.getString("protocol_version"),
                row.getString("stage"),
                Decision.valueOf(row.getString("decision")),
                row.getString("coverage"),
                reasons.read(row.getString("not_satisfied")),
                row.getObject("assessed_on", LocalDate.class),
                row.getString("supersedes"),
                row.getObject("recorded_at", java.time.OffsetDateTime.class).toInstant());
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
