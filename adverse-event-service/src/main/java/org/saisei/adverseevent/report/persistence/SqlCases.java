package org.saisei.adverseevent.report.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.report.CaseQuery;
import org.saisei.adverseevent.report.CaseScope;
import org.saisei.adverseevent.report.Cases;
import org.saisei.adverseevent.report.Link;
import org.saisei.adverseevent.report.ReportedCase;
import org.saisei.adverseevent.report.SafetyCase;
import org.saisei.kit.crypto.SealedText;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlCases implements Cases {
    private final Sql sql;
    private final ContentJson json;
    private final CaseRows rows;

    SqlCases(Sql sql, ContentJson json, CaseRows rows) {
        this.sql = sql;
        this.json = json;
        this.rows = rows;
    }

    @Override
    public boolean add(SafetyCase opened, @Nullable SealedText texts) {
        var header = opened.header();
        int added = sql.update(
                """
                INSERT INTO safety_case (case_id, facility_id, document_number, deviation_id, state, version, revision,
                                         protocol, subject_named, candidate_named, serious, special_interest, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                header.caseId(),
                header.facilityId(),
                header.documentNumber(),
                header.deviationId(),
                state(opened),
                header.version(),
                header.revision(),
                opened.content().protocol(),
                opened.content().subjectNamed(),
                opened.content().candidateNamed(),
                opened.content().serious(),
                specialInterest(opened),
                header.receivedAt());
        if (added == 1) {
            insertVersion(opened, texts);
        }
        return added == 1;
    }

    @Override
    public Optional<UUID> byDocument(String facilityId, String documentNumber) {
        return sql.first(
                "SELECT case_id FROM safety_case WHERE facility_id = ? AND document_number = ?",
                row -> row.getObject(1, UUID.class),
                facilityId,
                documentNumber);
    }

    @Override
    public Optional<SafetyCase> lock(UUID caseId) {
        return rows.first("WHERE c.case_id = ? FOR UPDATE OF c", caseId);
    }

    @Override
    public List<ReportedCase> lockAbout(String subjectId, String candidateId) {
        return rows.list("""
                        WHERE (c.subject_named = ? OR c.candidate_named = ? OR c.linked_subject = ?)
                          AND c.state = 'REPORTED'
                        ORDER BY c.case_id FOR UPDATE OF c
                        """, subjectId, candidateId, subjectId).stream()
                .map(ReportedCase.class::cast)
                .toList();
    }

    @Override
    public void addVersion(SafetyCase next, @Nullable SealedText texts) {
        var header = next.header();
        sql.later(
                """
                UPDATE safety_case SET state = ?, version = ?, revision = ?, protocol = ?, subject_named = ?,
                    candidate_named = ?, serious = ?, special_interest = ?, received_at = ?
                WHERE case_id = ?
                """,
                state(next),
                header.version(),
                header.revision(),
                next.content().protocol(),
                next.content().subjectNamed(),
                next.content().candidateNamed(),
                next.content().serious(),
                specialInterest(next),
                header.receivedAt(),
                header.caseId());
        insertVersion(next, texts);
    }

    @Override
    public void saveLink(ReportedCase linked) {
        @Nullable Link link = linked.link();
        if (link == null) {
            throw new IllegalArgumentException("a link is moved, never taken away");
        }
        sql.later(
                """
                UPDATE safety_case SET revision = ?, linked_subject = ?, linked_candidate = ?, linked_facility = ?,
                    linked_protocol = ?, phase = ?
                WHERE case_id = ?
                """,
                linked.header().revision(),
                link.subjectId(),
                link.candidateId(),
                link.facilityId(),
                link.protocol(),
                link.phase() == null ? null : link.phase().name(),
                linked.header().caseId());
    }

    @Override
    public Optional<SafetyCase> find(UUID caseId) {
        return rows.first("WHERE c.case_id = ?", caseId);
    }

    @Override
    public Optional<SealedText> texts(UUID caseId) {
        return sql.first("""
                SELECT v.texts_key_id, v.texts_wrapped_key, v.texts_ciphertext
                FROM case_version v JOIN safety_case c ON c.case_id = v.case_id AND c.version = v.version
                WHERE c.case_id = ? AND octet_length(v.texts_wrapped_key) > 0
                """, row -> new SealedText(row.getString(1), row.getBytes(2), row.getBytes(3)), caseId);
    }

    @Override
    public List<SafetyCase> list(CaseScope scope, CaseQuery query) {
        // a hospital's limits and filters look at what it reported itself, lest they tell it about a link
        var protocol = scope.isOneFacility() ? "c.protocol" : "coalesce(c.protocol, c.linked_protocol)";
        var limits = scope.protocols().isEmpty() ? null : scope.protocols().toArray(String[]::new);
        return rows.list(
                """
                WHERE (?::text IS NULL OR c.facility_id = ?)
                  AND (?::text[] IS NULL OR %1$s = ANY (?::text[]) OR (? AND %1$s IS NULL))
                  AND (? OR c.state = 'REPORTED')
                  AND (?::text IS NULL OR c.document_number = ?)
                  AND (?::text IS NULL OR c.state = ?)
                  AND (?::text IS NULL OR %1$s = ?)
                  AND (?::boolean IS NULL OR c.serious = ?)
                  AND (?::boolean IS NULL OR c.special_interest = ?)
                  AND (?::text IS NULL OR c.facility_id = ?)
                  AND (?::uuid IS NULL OR c.case_id < ?)
                ORDER BY c.case_id DESC LIMIT ?
                """.formatted(protocol),
                scope.facilityId(),
                scope.facilityId(),
                limits,
                limits,
                scope.unknownProtocol(),
                scope.drafts(),
                query.documentNumber(),
                query.documentNumber(),
                query.state(),
                query.state(),
                query.protocol(),
                query.protocol(),
                query.serious(),
                query.serious(),
                query.specialInterest(),
                query.specialInterest(),
                query.facilityId(),
                query.facilityId(),
                query.before(),
                query.before(),
                query.limit());
    }

    private void insertVersion(SafetyCase version, @Nullable SealedText texts) {
        sql.later(
                """
                INSERT INTO case_version (case_id, version, state, content, texts_key_id, texts_wrapped_key,
                                          texts_ciphertext, received_at)
                VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                """,
                version.header().caseId(),
                version.header().version(),
                state(version),
                json.write(version.content()),
                texts == null ? null : texts.keyId(),
                texts == null ? null : texts.wrappedKey(),
                texts == null ? null : texts.ciphertext(),
                version.header().receivedAt());
    }

    private static String state(SafetyCase known) {
        return known instanceof ReportedCase ? CaseRows.REPORTED : CaseRows.DRAFT;
    }

    private static boolean specialInterest(SafetyCase known) {
        return known instanceof ReportedCase reported && reported.specialInterest();
    }
}
