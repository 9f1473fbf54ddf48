package org.saisei.registry.safety.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.saisei.kit.database.Sql;
import org.saisei.registry.identity.SubjectId;
import org.saisei.registry.safety.SafetyCase;
import org.saisei.registry.safety.SafetyCases;

@ApplicationScoped
class SqlSafetyCases implements SafetyCases {
    private final Sql sql;
    private final ObjectMapper json;

    SqlSafetyCases(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public void add(SafetyCase record, long sequence) {
        sql.update(
                "INSERT INTO safety_case (case_id, sequence, subject_id, version, content)"
                        + " VALUES (?, ?, ?, ?, ?::jsonb)",
                UUID.fromString(record.caseId()),
                sequence,
                record.subjectId(),
                record.version(),
                write(record));
    }

    @Override
    public List<SafetyCase> of(SubjectId subjectId) {
        return sql.list("""
                SELECT content FROM (
                    SELECT DISTINCT ON (case_id) case_id, subject_id, content
                    FROM safety_case
                    WHERE case_id IN (SELECT case_id FROM safety_case WHERE subject_id = ?)
                    ORDER BY case_id, sequence DESC) AS latest
                WHERE subject_id = ? ORDER BY case_id
                """, row -> read(row.getString(1)), subjectId.number(), subjectId.number());
    }

    private String write(SafetyCase record) {
        try {
            return json.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case cannot be written", e);
        }
    }

    private SafetyCase read(String stored) {
        try {
            return json.readValue(stored, SafetyCase.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored case cannot be read", e);
        }
    }
}
