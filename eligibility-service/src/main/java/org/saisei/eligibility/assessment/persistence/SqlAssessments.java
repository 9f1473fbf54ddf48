package org.saisei.eligibility.assessment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.assessment.Assessment;
import org.saisei.eligibility.assessment.Assessments;
import org.saisei.eligibility.assessment.Candidate;
import org.saisei.eligibility.assessment.Decision;
import org.saisei.eligibility.assessment.Declaration;
import org.saisei.eligibility.assessment.Result;
import org.saisei.eligibility.protocol.Circumstances;
import org.saisei.eligibility.protocol.Coverage;
import org.saisei.kit.crypto.Envelope;
import org.saisei.kit.crypto.SealedText;
import org.saisei.kit.database.Sql;

/** The declaration's reasons are free text of a physician, so they are sealed for each assessment. */
@ApplicationScoped
class SqlAssessments implements Assessments {
    private static final String SELECT = """
            SELECT a.assessment_id, a.document_number, a.facility_id, a.candidate_id, a.protocol, a.protocol_version,
                   a.stage, a.assessed_on, a.decision, a.coverage, a.responsible_physician_id, a.physician_requirement,
                   a.supersedes, a.facts, a.other_stages, a.accreditation, a.parameters, a.verdicts,
                   a.declared_on, a.reasons_key_id, a.reasons_wrapped_key, a.reasons_ciphertext
            FROM assessment a
            """;

    private final Sql sql;
    private final AssessmentJson json;
    private final Envelope envelope;

    SqlAssessments(Sql sql, AssessmentJson json, Envelope envelope) {
        this.sql = sql;
        this.json = json;
        this.envelope = envelope;
    }

    @Override
    public Optional<Candidate> lockCandidate(String candidateId) {
        return sql.first(
                "SELECT candidate_id, facility_id FROM candidate WHERE candidate_id = ? FOR UPDATE",
                row -> new Candidate(row.getString(1), row.getString(2)),
                candidateId);
    }

    @Override
    public void add(Candidate candidate) {
        sql.update(
                "INSERT INTO candidate (candidate_id, facility_id) VALUES (?, ?)",
                candidate.candidateId(),
                candidate.facilityId());
    }

    @Override
    public Optional<Assessment> standing(String candidateId, String protocol, String stage) {
        return sql.first(SELECT + """
                        WHERE a.candidate_id = ? AND a.protocol = ? AND a.stage = ?
                          AND NOT EXISTS (SELECT FROM assessment later WHERE later.supersedes = a.assessment_id)
                        """, this::assessment, candidateId, protocol, stage);
    }

    @Override
    public Optional<UUID> recordedUnder(String facilityId, String documentNumber) {
        return sql.first(
                "SELECT assessment_id FROM assessment WHERE facility_id = ? AND document_number = ?",
                row -> row.getObject(1, UUID.class),
                facilityId,
                documentNumber);
    }

    @Override
    public boolean add(Assessment assessment) {
        var circumstances = assessment.circumstances();
        var result = assessment.result();
        var declaration = assessment.declaration();
        var reasons = declaration == null
                ? null
                : envelope.seal(
                        declaration.reasons().getBytes(StandardCharsets.UTF_8), context(assessment.assessmentId()));
        return sql.update(
                        """
                        INSERT INTO assessment (assessment_id, document_number, facility_id, candidate_id, protocol,
                            protocol_version, stage, assessed_on, decision, coverage, responsible_physician_id,
                            physician_requirement, supersedes, facts, other_stages, accreditation, parameters, verdicts,
                            declared_on, reasons_key_id, reasons_wrapped_key, reasons_ciphertext)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb,
                            ?, ?, ?, ?)
                        ON CONFLICT (facility_id, document_number) DO NOTHING
                        """,
                        assessment.assessmentId(),
                        assessment.documentNumber(),
                        assessment.facilityId(),
                        assessment.candidateId(),
                        assessment.protocol(),
                        assessment.protocolVersion(),
                        circumstances.stage(),
                        circumstances.assessedOn(),
                        result.decision().name(),
                        result.coverage() == null ? null : result.coverage().name(),
                        circumstances.responsiblePhysicianId(),
                        assessment.physicianRequirement(),
                        assessment.supersedes(),
                        json.write(circumstances.facts().document()),
                        json.writeByStage(circumstances.earlierStages()),
                        json.write(circumstances.accreditation()),
                        json.write(circumstances.parameters()),
                        json.write(result.verdicts()),
                        declaration == null ? null : declaration.declaredOn(),
                        reasons == null ? null : reasons.keyId(),
                        reasons == null ? null : reasons.wrappedKey(),
                        reasons == null ? null : reasons.ciphertext())
                == 1;
    }

    @Override
    public Optional<String> reasonsCiphertext(UUID assessmentId) {
        return sql.first(
                "SELECT reasons_ciphertext FROM assessment WHERE assessment_id = ? AND reasons_ciphertext IS NOT NULL",
                row -> Base64.getEncoder().encodeToString(row.getBytes(1)),
                assessmentId);
    }

    @Override
    public Optional<Assessment> find(UUID assessmentId) {
        return sql.first(SELECT + "WHERE a.assessment_id = ?", this::assessment, assessmentId);
    }

    @Override
    public Map<UUID, UUID> supersededBy(Collection<UUID> assessmentIds) {
        return sql
                .list(
                        "SELECT supersedes, assessment_id FROM assessment WHERE supersedes = ANY (?)",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        (Object) assessmentIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Assessment> list(Query query) {
        return sql.list(
                SELECT + """
                        WHERE (?::text IS NULL OR a.facility_id = ?)
                          AND (?::text IS NULL OR a.document_number = ?)
                          AND (?::text IS NULL OR a.candidate_id = ?)
                          AND (cardinality(?::text[]) = 0 OR a.protocol = ANY (?))
                          AND (?::uuid IS NULL OR a.assessment_id > ?)
                        ORDER BY a.assessment_id LIMIT ?
                        """,
                this::assessment,
                query.facilityId(),
                query.facilityId(),
                query.documentNumber(),
                query.documentNumber(),
                query.candidateId(),
                query.candidateId(),
                query.protocols().toArray(String[]::new),
                query.protocols().toArray(String[]::new),
                query.after(),
                query.after(),
                query.limit());
    }

    private Assessment assessment(ResultSet row) throws SQLException {
        var id = row.getObject("assessment_id", UUID.class);
        var coverage = row.getString("coverage");
        return new Assessment(
                id,
                row.getString("document_number"),
                row.getString("facility_id"),
                row.getString("candidate_id"),
                row.getString("protocol"),
                row.getString("protocol_version"),
                new Circumstances(
                        row.getString("stage"),
                        row.getObject("assessed_on", LocalDate.class),
                        json.facts(row.getString("facts")),
                        json.factsByStage(row.getString("other_stages")),
                        json.accreditation(row.getString("accreditation")),
                        row.getString("responsible_physician_id"),
                        json.parameters(row.getString("parameters"))),
                row.getString("physician_requirement"),
                declaration(id, row),
                row.getObject("supersedes", UUID.class),
                new Result(
                        Decision.valueOf(row.getString("decision")),
                        coverage == null ? null : Coverage.valueOf(coverage),
                        json.verdicts(row.getString("verdicts"))));
    }

    private @Nullable Declaration declaration(UUID assessmentId, ResultSet row) throws SQLException {
        var declaredOn = row.getObject("declared_on", LocalDate.class);
        if (declaredOn == null) {
            return null;
        }
        var sealed = new SealedText(
                row.getString("reasons_key_id"),
                row.getBytes("reasons_wrapped_key"),
                row.getBytes("reasons_ciphertext"));
        return new Declaration(declaredOn, reasons(sealed, assessmentId));
    }

    /** An operator empties the key to erase them. */
    private String reasons(SealedText sealed, UUID assessmentId) {
        return sealed.wrappedKey().length == 0
                ? ""
                : new String(envelope.open(sealed, context(assessmentId)), StandardCharsets.UTF_8);
    }

    private static String context(UUID assessmentId) {
        return "assessment:" + assessmentId;
    }
}
