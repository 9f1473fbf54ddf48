package org.saisei.registry.disclosure.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;
import org.saisei.registry.disclosure.Access;
import org.saisei.registry.disclosure.Holdings;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.identity.SubjectId;

/**
 * Rows as they stand in the tables, so that a column added later is disclosed without a thought. Of a case that another
 * facility reported, which facility it was and its number stay out: they would tell where else the patient is treated.
 */
@ApplicationScoped
class SqlHoldings implements Holdings {
    private static final Pattern WORD = Pattern.compile("_([a-z])");

    /** By what the rows are; each takes the subject's number. */
    private static final Map<String, String> BY_SUBJECT = bySubject();

    private static final String DECISIONS = """
            SELECT to_jsonb(d) FROM candidate_decision d WHERE candidate_id = ? AND facility_id = ? ORDER BY sequence
            """;

    private final Sql sql;
    private final ObjectMapper json;

    SqlHoldings(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private static Map<String, String> bySubject() {
        var queries = new LinkedHashMap<String, String>();
        queries.put("enrolment", "SELECT to_jsonb(s) - 'position' FROM subject s WHERE subject_id = ?");
        queries.put(
                "standingHistory", "SELECT to_jsonb(c) FROM standing_change c WHERE subject_id = ? ORDER BY version");
        queries.put(
                "treatmentFacts",
                "SELECT to_jsonb(f) FROM treatment_fact f WHERE subject_id = ? ORDER BY recorded_at, fact_id");
        queries.put(
                "deviations",
                "SELECT to_jsonb(d) FROM deviation d WHERE subject_id = ? ORDER BY recorded_at, deviation_id");
        queries.put(
                "plannedAdministrations",
                "SELECT to_jsonb(p) FROM planned_administration p WHERE subject_id = ? ORDER BY recorded_at, plan_id");
        queries.put("safetyCases", """
                SELECT CASE WHEN c.content ->> 'facilityId' = s.facility_id THEN to_jsonb(c)
                            ELSE to_jsonb(c) #- '{content,facilityId}' #- '{content,documentNumber}' END
                FROM subject s
                JOIN safety_case c ON c.case_id IN (SELECT case_id FROM safety_case WHERE subject_id = s.subject_id)
                WHERE s.subject_id = ? AND (c.subject_id = s.subject_id OR c.subject_id IS NULL)
                ORDER BY c.recorded_at, c.case_id, c.sequence
                """);
        queries.put(
                "legalHolds",
                "SELECT to_jsonb(h) FROM legal_hold h WHERE subject_id = ? ORDER BY recorded_at, hold_id");
        queries.put(
                "legalHoldLiftings",
                "SELECT to_jsonb(l) FROM legal_hold_lifting l JOIN legal_hold h ON h.hold_id = l.hold_id"
                        + " WHERE subject_id = ? ORDER BY l.recorded_at, l.hold_id");
        queries.put("identityErasures", "SELECT to_jsonb(e) FROM identity.erasure e WHERE subject_id = ?");
        queries.put(
                "eventsTold",
                "SELECT jsonb_build_object('topic', topic, 'type', type, 'seq', seq, 'occurred_at', occurred_at,"
                        + " 'published_at', published_at) FROM outbox WHERE key = ? ORDER BY topic, seq");
        return queries;
    }

    @Override
    public Map<String, List<Map<String, Object>>> records(Subject subject) {
        var records = new LinkedHashMap<String, List<Map<String, Object>>>();
        BY_SUBJECT.forEach((what, query) ->
                records.put(what, rows(query, subject.subjectId().number())));
        records.put("assessmentDecisions", rows(DECISIONS, subject.candidateId(), subject.facilityId()));
        return records;
    }

    private List<Map<String, Object>> rows(String query, Object... parameters) {
        return sql.list(query, row -> named(row.getString(1)), parameters);
    }

    private Map<String, Object> named(String row) {
        try {
            Map<String, @Nullable Object> columns = json.readValue(row, new TypeReference<>() {});
            var named = new LinkedHashMap<String, Object>();
            columns.forEach((column, value) -> {
                if (value != null) {
                    named.put(
                            WORD.matcher(column)
                                    .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)),
                            value);
                }
            });
            return named;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row cannot be read as JSON");
        }
    }

    @Override
    public List<Access> accesses(SubjectId subjectId, @Nullable Long after, int limit) {
        return sql.list(
                """
                SELECT position, recorded_at, kind, actor, roles, facility_id, action FROM audit
                WHERE resource_ids @> ARRAY[?::text] AND position > ? ORDER BY position LIMIT ?
                """,
                row -> new Access(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3).equals("WRITE"),
                        row.getString(4),
                        Arrays.asList((String[]) row.getArray(5).getArray()),
                        row.getString(6),
                        row.getString(7)),
                subjectId.number(),
                after == null ? 0L : after,
                limit);
    }
}
