package org.saisei.adverseevent.exposure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saisei.adverseevent.exposure.Exposure;
import org.saisei.adverseevent.exposure.Exposures;
import org.saisei.adverseevent.exposure.FactKind;
import org.saisei.adverseevent.exposure.KnownSubject;
import org.saisei.adverseevent.exposure.TreatmentFact;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlExposures implements Exposures {
    private static final String SUBJECT =
            "SELECT subject_id, candidate_id, facility_id, protocol FROM exposed_subject WHERE subject_id = ?";
    private static final String FACTS = """
            SELECT fact_id, kind, occurred_on, lot_number FROM exposure_fact
            WHERE subject_id = ? AND in_force ORDER BY occurred_on, fact_id
            """;

    private final Sql sql;

    SqlExposures(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void lock(@Nullable String subjectId, @Nullable String candidateId) {
        // always in the same order, so that two who name both cannot wait for each other
        Stream.of(
                        candidateId == null ? null : "candidate:" + candidateId,
                        subjectId == null ? null : "subject:" + subjectId)
                .filter(Objects::nonNull)
                .forEach(name -> sql.later("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", name));
    }

    @Override
    public void know(KnownSubject subject) {
        sql.update("""
                INSERT INTO exposed_subject (subject_id, candidate_id, facility_id, protocol) VALUES (?, ?, ?, ?)
                ON CONFLICT (subject_id) DO NOTHING
                """, subject.subjectId(), subject.candidateId(), subject.facilityId(), subject.protocol());
    }

    @Override
    public void add(String subjectId, TreatmentFact fact) {
        sql.update("""
                INSERT INTO exposure_fact (fact_id, subject_id, kind, occurred_on, lot_number) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (fact_id) DO NOTHING
                """, fact.factId(), subjectId, fact.kind().name(), fact.on(), fact.lotNumber());
    }

    @Override
    public boolean retire(String factId) {
        return sql.update("UPDATE exposure_fact SET in_force = false WHERE fact_id = ? AND in_force", factId) > 0;
    }

    @Override
    public Optional<Exposure> ofSubject(String subjectId) {
        return sql.first(SUBJECT, SqlExposures::subject, subjectId)
                .map(subject -> new Exposure(subject, sql.list(FACTS, SqlExposures::fact, subjectId)));
    }

    @Override
    public Supplier<Optional<Exposure>> soonOfSubject(String subjectId) {
        var subjects = sql.soon(SUBJECT, SqlExposures::subject, subjectId);
        var facts = sql.soon(FACTS, SqlExposures::fact, subjectId);
        return () -> subjects.get().stream().findFirst().map(subject -> new Exposure(subject, facts.get()));
    }

    @Override
    public Supplier<List<Exposure>> soonOfCandidate(String candidateId) {
        var subjects = sql.soon("""
                SELECT s.subject_id FROM exposed_subject s WHERE s.candidate_id = ?
                ORDER BY EXISTS (SELECT FROM exposure_fact f WHERE f.subject_id = s.subject_id AND f.in_force) DESC,
                         s.recorded_at DESC, s.subject_id
                """, row -> row.getString(1), candidateId);
        return () -> subjects.get().stream()
                .flatMap(subjectId -> ofSubject(subjectId).stream())
                .toList();
    }

    @Override
    public void knowFacility(String facilityId) {
        sql.update("INSERT INTO known_facility (facility_id) VALUES (?) ON CONFLICT DO NOTHING", facilityId);
    }

    @Override
    public boolean knowsFacility(String facilityId) {
        return sql.first("SELECT true FROM known_facility WHERE facility_id = ?", row -> row.getBoolean(1), facilityId)
                .isPresent();
    }

    private static KnownSubject subject(ResultSet row) throws SQLException {
        return new KnownSubject(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private static TreatmentFact fact(ResultSet row) throws SQLException {
        return new TreatmentFact(
                row.getString(1),
                FactKind.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getString(4));
    }
}
