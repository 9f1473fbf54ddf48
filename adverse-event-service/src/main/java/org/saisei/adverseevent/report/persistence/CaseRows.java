package org.saisei.adverseevent.report.persistence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.dictionary.Dictionaries;
import org.saisei.adverseevent.dictionary.Term;
import org.saisei.adverseevent.exposure.TreatmentPhase;
import org.saisei.adverseevent.report.CaseContent;
import org.saisei.adverseevent.report.CaseHeader;
import org.saisei.adverseevent.report.DraftCase;
import org.saisei.adverseevent.report.Link;
import org.saisei.adverseevent.report.ReportedCase;
import org.saisei.adverseevent.report.SafetyCase;
import org.saisei.kit.database.Sql;

/** Reads a case with its current version back into the state it is in. */
@Singleton
class CaseRows {
    static final String DRAFT = "DRAFT";
    static final String REPORTED = "REPORTED";

    private static final String SELECT = """
            SELECT c.case_id, c.state, c.facility_id, c.document_number, c.deviation_id, c.version, c.revision, c.received_at,
                   v.content, c.linked_subject, c.linked_candidate, c.linked_facility, c.linked_protocol, c.phase
            FROM safety_case c JOIN case_version v ON v.case_id = c.case_id AND v.version = c.version
            """;

    private final Sql sql;
    private final ContentJson json;
    private final Dictionaries dictionaries;

    CaseRows(Sql sql, ContentJson json, Dictionaries dictionaries) {
        this.sql = sql;
        this.json = json;
        this.dictionaries = dictionaries;
    }

    private record Row(
            String state,
            CaseHeader header,
            CaseContent content,
            @Nullable Link link) {}

    Optional<SafetyCase> first(String where, @Nullable Object... parameters) {
        return list(where, parameters).stream().findFirst();
    }

    List<SafetyCase> list(String where, @Nullable Object... parameters) {
        return sql.list(SELECT + where, this::row, parameters).stream()
                .map(this::revive)
                .toList();
    }

    /** In the state it was told in, whatever today's rules would make of it. */
    private SafetyCase revive(Row row) {
        var term = term(row.content());
        return row.state().equals(REPORTED)
                ? new ReportedCase(row.header(), row.content(), term, row.link())
                : DraftCase.kept(row.header(), row.content(), term);
    }

    private @Nullable Term term(CaseContent content) {
        var reference = content.reaction() == null ? null : content.reaction().term();
        return reference == null ? null : dictionaries.term(reference).orElse(null);
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("state"),
                new CaseHeader(
                        row.getObject("case_id", UUID.class),
                        row.getString("facility_id"),
                        row.getString("document_number"),
                        row.getObject("deviation_id", UUID.class),
                        row.getInt("version"),
                        row.getInt("revision"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()),
                json.read(row.getString("content")),
                link(row));
    }

    private static @Nullable Link link(ResultSet row) throws SQLException {
        var subjectId = row.getString("linked_subject");
        if (subjectId == null) {
            return null;
        }
        var phase = row.getString("phase");
        return new Link(
                subjectId,
                row.getString("linked_candidate"),
                row.getString("linked_facility"),
                row.getString("linked_protocol"),
                phase == null ? null : TreatmentPhase.valueOf(phase));
    }
}
