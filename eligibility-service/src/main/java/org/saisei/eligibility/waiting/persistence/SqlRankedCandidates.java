package org.saisei.eligibility.waiting.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saisei.eligibility.waiting.RankedCandidates;
import org.saisei.kit.database.Sql;

/** One statement, whatever the length of the list: the database ranks, and only a page comes back. */
@ApplicationScoped
class SqlRankedCandidates implements RankedCandidates {
    /** Stands for no day; later than any day that a fact can have. */
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    /**
     * The assessment that stood at the end of the day is the one recorded last of those made by then: each takes the place
     * of the one before it under the candidate's lock. An enrolment counts where the candidate's own facility made it:
     * whoever else has learnt the number must not take the patient off the list.
     */
    private static final String RANKED = """
            WITH eligible AS (
                SELECT a.assessment_id, a.candidate_id, a.facility_id, a.document_number, a.decision, a.assessed_on,
                       a.facts #>> ?::text[] AS code, (a.facts #>> ?::text[])::date AS since,
                       first.assessed_on AS first_on, first.assessment_id AS first_id
                FROM assessment a
                CROSS JOIN LATERAL (
                    SELECT f.assessed_on, f.assessment_id FROM assessment f
                    WHERE f.candidate_id = a.candidate_id AND f.protocol = a.protocol
                    ORDER BY f.assessed_on, f.assessment_id LIMIT 1) AS first
                WHERE a.protocol = ? AND a.stage = ? AND a.assessed_on BETWEEN ? AND ?
                  AND a.decision IN ('ELIGIBLE', 'ELIGIBLE_WITH_CAUTION')
                  AND a.facility_id <> ALL (?::text[])
                  AND NOT EXISTS (
                      SELECT FROM assessment later
                      WHERE later.candidate_id = a.candidate_id AND later.protocol = a.protocol
                        AND later.stage = a.stage AND later.recorded_at > a.recorded_at AND later.assessed_on <= ?)
                  AND NOT EXISTS (
                      SELECT FROM (
                          SELECT DISTINCT ON (other.stage) other.decision FROM assessment other
                          WHERE other.candidate_id = a.candidate_id AND other.protocol = a.protocol
                            AND other.stage <> a.stage AND other.recorded_at > a.recorded_at AND other.assessed_on <= ?
                          ORDER BY other.stage, other.recorded_at DESC) AS newest
                      WHERE newest.decision IN ('INELIGIBLE', 'NOT_RECOMMENDED'))
                  AND NOT EXISTS (
                      SELECT FROM candidate_standing s
                      WHERE s.candidate_id = a.candidate_id AND s.facility_id = a.facility_id
                        AND s.protocol = a.protocol
                        AND (coalesce(s.first_since, s.since) AT TIME ZONE 'Asia/Tokyo')::date <= ?
                        AND (s.standing <> 'REFUSED' OR s.since >= a.recorded_at))
            ), placed AS (
                SELECT e.*, coalesce(g.place, ?) AS place, coalesce(e.since, ?) AS since_or_none
                FROM eligible e LEFT JOIN unnest(?::text[], ?::int[]) AS g (code, place) ON g.code = e.code
            ), ranked AS (
                SELECT p.*, row_number() OVER (ORDER BY place, since_or_none, first_on, first_id) AS rank FROM placed p
            )
            SELECT (SELECT count(*) FROM ranked) AS length, page.*
            FROM (VALUES (1)) AS one
            LEFT JOIN (
                SELECT * FROM ranked
                WHERE (?::text IS NULL OR facility_id = ?)
                  AND (?::int IS NULL OR (place, since_or_none, first_on, first_id)
                                            > (?::int, ?::date, ?::date, ?::uuid))
                ORDER BY rank LIMIT ?
            ) AS page ON true
            ORDER BY page.rank
            """;

    private final Sql sql;

    SqlRankedCandidates(Sql sql) {
        this.sql = sql;
    }

    /** A row of the page; the list's length stands in each, and alone where the page is empty. */
    private record Row(int length, Optional<Ranked> ranked) {}

    @Override
    public List<String> facilities(String protocol, String stage, LocalDate assessedFrom, LocalDate on) {
        return sql.list("""
                SELECT DISTINCT facility_id FROM assessment
                WHERE protocol = ? AND stage = ? AND assessed_on BETWEEN ? AND ?
                  AND decision IN ('ELIGIBLE', 'ELIGIBLE_WITH_CAUTION')
                """, row -> row.getString(1), protocol, stage, assessedFrom, on);
    }

    @Override
    public Section read(Query query) {
        var codes = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (var i = 0; i < query.groups().size(); i++) {
            for (var code : query.groups().get(i)) {
                codes.add(code);
                places.add(String.valueOf(i + 1));
            }
        }
        var after = query.after();
        var rows = sql.list(
                RANKED,
                SqlRankedCandidates::row,
                array(query.groupedBy()),
                array(query.since()),
                query.protocol(),
                query.stage(),
                query.assessedFrom(),
                query.on(),
                array(query.notTreating()),
                query.on(),
                query.on(),
                query.on(),
                query.groups().size() + 1,
                NO_DAY,
                array(codes),
                array(places),
                query.facilityId(),
                query.facilityId(),
                after == null ? null : after.group(),
                after == null ? null : after.group(),
                after == null ? null : after.since(),
                after == null ? null : after.firstAssessedOn(),
                after == null ? null : after.firstAssessmentId(),
                query.limit());
        return new Section(
                rows.isEmpty() ? 0 : rows.getFirst().length(),
                rows.stream().map(Row::ranked).flatMap(Optional::stream).toList());
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Row row(ResultSet row) throws SQLException {
        var length = row.getInt("length");
        var assessmentId = row.getObject("assessment_id", UUID.class);
        if (assessmentId == null) {
            return new Row(length, Optional.empty());
        }
        return new Row(
                length,
                Optional.of(new Ranked(
                        row.getInt("rank"),
                        new Position(
                                row.getInt("place"),
                                row.getObject("since_or_none", LocalDate.class),
                                row.getObject("first_on", LocalDate.class),
                                row.getObject("first_id", UUID.class)),
                        row.getString("candidate_id"),
                        row.getString("facility_id"),
                        assessmentId,
                        row.getString("document_number"),
                        row.getString("decision"),
                        row.getObject("assessed_on", LocalDate.class),
                        row.getString("code"),
                        row.getObject("since", LocalDate.class))));
    }
}
