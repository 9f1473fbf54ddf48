package org.saisei.registry.enrolment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;
import org.saisei.registry.enrolment.Sex;
import org.saisei.registry.enrolment.Standing;
import org.saisei.registry.enrolment.StandingChange;
import org.saisei.registry.enrolment.Subject;
import org.saisei.registry.enrolment.Subjects;
import org.saisei.registry.identity.SubjectId;

@ApplicationScoped
class SqlSubjects implements Subjects {
    private static final String SELECT = """
            SELECT subject_id, position, facility_id, document_number, protocol, candidate_id, sex, age_years,
                   injury_date, enrolled_on, standing, reasons, assessment_id, protocol_version, suspected_duplicates,
                   version, recorded_at
            FROM subject
            """;

    private final Sql sql;
    private final Reasons reasons;

    SqlSubjects(Sql sql, Reasons reasons) {
        this.sql = sql;
        this.reasons = reasons;
    }

    @Override
    public Optional<Subject> find(SubjectId subjectId) {
        return sql.first(SELECT + "WHERE subject_id = ?", this::read, subjectId.number());
    }

    @Override
    public Optional<Subject> lock(SubjectId subjectId) {
        return sql.first(SELECT + "WHERE subject_id = ? FOR UPDATE", this::read, subjectId.number());
    }

    @Override
    public List<Subject> lockAll(Set<SubjectId> subjectIds) {
        return sql.list(SELECT + "WHERE subject_id = ANY (?) ORDER BY position FOR UPDATE", this::read, (Object)
                subjectIds.stream().map(SubjectId::number).toArray(String[]::new));
    }

    @Override
    public List<Subject> lockOfCandidate(String facilityId, String candidateId) {
        return soonLockOfCandidate(facilityId, candidateId).get();
    }

    /** As {@link #lockOfCandidate}, once the rows are asked for. */
    Supplier<List<Subject>> soonLockOfCandidate(String facilityId, String candidateId) {
        return sql.soon(
                SELECT + "WHERE facility_id = ? AND candidate_id = ? ORDER BY position FOR UPDATE",
                this::read,
                facilityId,
                candidateId);
    }

    /** Only enrolments of one facility suspect each other. */
    @Override
    public List<SubjectId> suspecting(Subject subject) {
        return sql.list(
                "SELECT subject_id FROM subject WHERE facility_id = ? AND ? = ANY (suspected_duplicates) ORDER BY position",
                row -> new SubjectId(row.getString(1)),
                subject.facilityId(),
                subject.subjectId().number());
    }

    @Override
    public void add(Subject subject) {
        sql.later(
                """
                INSERT INTO subject (subject_id, position, facility_id, document_number, protocol, candidate_id, sex,
                    age_years, injury_date, enrolled_on, standing, reasons, assessment_id, protocol_version,
                    suspected_duplicates, version, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                """,
                subject.subjectId().number(),
                subject.position(),
                subject.facilityId(),
                subject.documentNumber(),
                subject.protocol(),
                subject.candidateId(),
                subject.sex().name(),
                subject.ageYears(),
                subject.injuryDate(),
                subject.enrolledOn(),
                subject.standing().code().name(),
                reasons.write(subject.standing().reasons()),
                uuid(subject.assessmentId()),
                subject.protocolVersion(),
                subject.suspectedDuplicates().stream().map(SubjectId::number).toArray(String[]::new),
                subject.version(),
                subject.recordedAt());
        addChange(
                subject,
                new StandingChange(
                        null,
                        subject.standing().code(),
                        subject.standing().reasons(),
                        subject.enrolledOn(),
                        subject.assessmentId(),
                        subject.recordedAt()));
    }

    @Override
    public void move(Subject subject, StandingChange change) {
        sql.later(
                """
                UPDATE subject SET standing = ?, reasons = ?::jsonb, assessment_id = ?, protocol_version = ?, version = ?
                WHERE subject_id = ?
                """,
                subject.standing().code().name(),
                reasons.write(subject.standing().reasons()),
                uuid(subject.assessmentId()),
                subject.protocolVersion(),
                subject.version(),
                subject.subjectId().number());
        addChange(subject, change);
    }

    private void addChange(Subject subject, StandingChange change) {
        sql.later(
                """
                INSERT INTO standing_change (subject_id, version, previous, standing, reasons, changed_on,
                    assessment_id, recorded_at)
                VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                """,
                subject.subjectId().number(),
                subject.version(),
                change.previous() == null ? null : change.previous().name(),
                change.standing().name(),
                reasons.write(change.reasons()),
                change.changedOn(),
                uuid(change.assessmentId()),
                change.recordedAt());
    }

    @Override
    public List<StandingChange> history(SubjectId subjectId) {
        return sql.list(
                """
                SELECT previous, standing, reasons, changed_on, assessment_id, recorded_at
                FROM standing_change WHERE subject_id = ? ORDER BY version
                """,
                row -> new StandingChange(
                        code(row.getString("previous")),
                        Standing.Code.valueOf(row.getString("standing")),
                        reasons.read(row.getString("reasons")),
                        row.getObject("changed_on", LocalDate.class),
                        row.getString("assessment_id"),
                        instant(row)),
                subjectId.number());
    }

    @Override
    public List<Subject> list(Filter filter, @Nullable UUID after, int limit) {
        String facility = filter.facilityId();
        String document = filter.documentNumber();
        String candidate = filter.candidateId();
        String standing = filter.standing() == null ? null : filter.standing().name();
        String[] protocols = filter.protocols().toArray(String[]::new);
        return sql.list(
                SELECT + """
                WHERE (?::varchar IS NULL OR facility_id = ?)
                  AND (?::varchar IS NULL OR document_number = ?)
                  AND (?::varchar IS NULL OR candidate_id = ?)
                  AND (?::varchar IS NULL OR standing = ?)
                  AND (cardinality(?) = 0 OR protocol = ANY (?))
                  AND (?::uuid IS NULL OR position > ?)
                ORDER BY position LIMIT ?
                """,
                this::read,
                facility,
                facility,
                document,
                document,
                candidate,
                candidate,
                standing,
                standing,
                protocols,
                protocols,
                after,
                after,
                limit);
    }

    private Subject read(ResultSet row) throws SQLException {
        return new Subject(
                new SubjectId(row.getString("subject_id")),
                row.getObject("position", UUID.class),
                row.getString("facility_id"),
                row.getString("document_number"),
                row.getString("protocol"),
                row.getString("candidate_id"),
                Sex.valueOf(row.getString("sex")),
                row.getInt("age_years"),
                row.getObject("injury_date", LocalDate.class),
                row.getObject("enrolled_on", LocalDate.class),
                Standing.of(Standing.Code.valueOf(row.getString("standing")), reasons.read(row.getString("reasons"))),
                row.getString("assessment_id"),
                row.getString("protocol_version"),
                Arrays.stream((String[]) row.getArray("suspected_duplicates").getArray())
                        .map(SubjectId::new)
                        .toList(),
                row.getLong("version"),
                instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    private static Standing.@Nullable Code code(@Nullable String name) {
        return name == null ? null : Standing.Code.valueOf(name);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
