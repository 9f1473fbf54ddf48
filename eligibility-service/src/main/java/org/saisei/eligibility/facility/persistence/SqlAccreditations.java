package org.saisei.eligibility.facility.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.facility.Accreditation;
import org.saisei.eligibility.facility.AccreditationChange;
import org.saisei.eligibility.facility.Accreditations;
import org.saisei.eligibility.facility.PhysicianVerdicts;
import org.saisei.eligibility.protocol.AccreditationState;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlAccreditations implements Accreditations {
    private static final TypeReference<List<Judged>> VERDICTS = new TypeReference<>() {};
    private static final TypeReference<List<PhysicianVerdicts>> PHYSICIANS = new TypeReference<>() {};
    private static final TypeReference<List<AccreditationChange>> CHANGES = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT accreditation_id, facility_id, document_number, protocol, protocol_version, state, first_day, last_day,
                   %s, recorded_at,
                   (SELECT json_agg(json_build_object(
                               'state', c.state, 'from', c.first_day, 'requirements', c.requirements,
                               'documentNumber', c.document_number, 'reason', c.reason, 'replacedBy', c.replaced_by,
                               'recordedAt', c.recorded_at) ORDER BY c.number)
                    FROM accreditation_change c WHERE c.accreditation_id = a.accreditation_id) AS changes
            FROM accreditation a
            """;
    private static final String WHOLE = SELECT.formatted("verdicts, other_verdicts, physicians");
    // every assessment reads the facility's accreditations, and their verdicts are long
    private static final String WITHOUT_VERDICTS =
            SELECT.formatted("'[]' AS verdicts, NULL AS other_verdicts, NULL AS physicians");

    private final Sql sql;
    private final FacilityJson json;

    SqlAccreditations(Sql sql, FacilityJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** What the accreditation's own row says; the version before this goes by it alone. */
    private enum RowState {
        ACCREDITED,
        REFUSED,
        WITHDRAWN;

        static RowState of(Accreditation accreditation) {
            return switch (accreditation) {
                case Accreditation.Refused r -> REFUSED;
                case Accreditation.Granted g -> standsAsWithdrawn(g) ? WITHDRAWN : ACCREDITED;
            };
        }

        static boolean standsAsWithdrawn(Accreditation.Granted accreditation) {
            return accreditation.neverInForce() || accreditation.latest().state() == AccreditationState.SUSPENDED;
        }
    }

    @Override
    public Optional<Accreditation> find(String facilityId, UUID accreditationId) {
        return sql.first(
                WHOLE + "WHERE facility_id = ? AND accreditation_id = ?",
                this::accreditation,
                facilityId,
                accreditationId);
    }

    @Override
    public Optional<UUID> recordedUnder(String facilityId, String documentNumber) {
        return sql.first(
                "SELECT accreditation_id FROM accreditation WHERE facility_id = ? AND document_number = ?",
                row -> row.getObject(1, UUID.class),
                facilityId,
                documentNumber);
    }

    @Override
    public Optional<UUID> changedUnder(String facilityId, String documentNumber) {
        return sql.first(
                "SELECT accreditation_id FROM accreditation_change WHERE facility_id = ? AND document_number = ?",
                row -> row.getObject(1, UUID.class),
                facilityId,
                documentNumber);
    }

    @Override
    public void add(Accreditation accreditation) {
        var terms = accreditation.terms();
        sql.update(
                """
                INSERT INTO accreditation (accreditation_id, facility_id, document_number, protocol, protocol_version,
                                           state, first_day, last_day, verdicts, other_verdicts, physicians,
                                           recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?)
                """,
                terms.accreditationId(),
                terms.facilityId(),
                terms.documentNumber(),
                terms.protocol(),
                terms.protocolVersion(),
                RowState.of(accreditation).name(),
                terms.from(),
                terms.to(),
                json.write(terms.verdicts()),
                json.write(terms.otherVerdicts()),
                json.write(terms.physicians()),
                terms.decidedAt());
    }

    @Override
    public void keepPeriod(Accreditation.Granted accreditation) {
        sql.update(
                "UPDATE accreditation SET state = ?, last_day = ? WHERE accreditation_id = ?",
                RowState.of(accreditation).name(),
                accreditation.terms().to(),
                accreditation.terms().accreditationId());
    }

    @Override
    public void keepChange(Accreditation.Granted accreditation) {
        var change = accreditation.changes().getLast();
        sql.update(
                """
                INSERT INTO accreditation_change (accreditation_id, number, facility_id, state, first_day, requirements,
                                                  document_number, reason, replaced_by, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                accreditation.terms().accreditationId(),
                accreditation.changes().size(),
                accreditation.terms().facilityId(),
                change.state().name(),
                change.from(),
                change.requirements().toArray(String[]::new),
                change.documentNumber(),
                change.reason(),
                change.replacedBy(),
                change.recordedAt());
        keepPeriod(accreditation);
    }

    @Override
    public List<Accreditation.Granted> granted(String facilityId) {
        return sql
                .list(
                        WITHOUT_VERDICTS + "WHERE facility_id = ? AND state <> 'REFUSED' ORDER BY accreditation_id",
                        this::accreditation,
                        facilityId)
                .stream()
                .map(Accreditation.Granted.class::cast)
                .toList();
    }

    @Override
    public List<String> facilitiesEverGranted() {
        return sql.list(
                "SELECT DISTINCT facility_id FROM accreditation WHERE state <> 'REFUSED'", row -> row.getString(1));
    }

    @Override
    public List<Accreditation> list(
            String facilityId,
            @Nullable String documentNumber,
            Set<String> protocols,
            @Nullable UUID after,
            int limit) {
        return sql.list(
                WHOLE + """
                        WHERE facility_id = ?
                          AND (?::text IS NULL OR document_number = ? OR accreditation_id IN (
                                  SELECT accreditation_id FROM accreditation_change
                                  WHERE facility_id = ? AND document_number = ?))
                          AND (cardinality(?::text[]) = 0 OR protocol = ANY (?))
                          AND (?::uuid IS NULL OR accreditation_id > ?)
                        ORDER BY accreditation_id LIMIT ?
                        """,
                this::accreditation,
                facilityId,
                documentNumber,
                documentNumber,
                facilityId,
                documentNumber,
                protocols.toArray(String[]::new),
                protocols.toArray(String[]::new),
                after,
                after,
                limit);
    }

    private Accreditation accreditation(ResultSet row) throws SQLException {
        var decidedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        var terms = new Accreditation.Terms(
                row.getObject("accreditation_id", UUID.class),
                row.getString("facility_id"),
                row.getString("document_number"),
                row.getString("protocol"),
                row.getString("protocol_version"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                json.read(row.getString("verdicts"), VERDICTS),
                listed(row.getString("other_verdicts"), VERDICTS),
                listed(row.getString("physicians"), PHYSICIANS),
                decidedAt);
        var granted = new Accreditation.Granted(terms, listed(row.getString("changes"), CHANGES));
        return switch (RowState.valueOf(row.getString("state"))) {
            case REFUSED -> new Accreditation.Refused(terms);
            case ACCREDITED -> granted;
            case WITHDRAWN -> RowState.standsAsWithdrawn(granted) ? granted : replaced(granted, decidedAt);
        };
    }

    private <T> List<T> listed(@Nullable String document, TypeReference<List<T>> type) {
        return document == null ? List.of() : json.read(document, type);
    }

    /** The version before this withdrew an accreditation before it began, and left no change behind. */
    private static Accreditation.Granted replaced(Accreditation.Granted accreditation, Instant at) {
        var changes = new ArrayList<>(accreditation.changes());
        changes.add(new AccreditationChange(
                AccreditationState.WITHDRAWN, accreditation.terms().from(), List.of(), null, null, null, at));
        return new Accreditation.Granted(accreditation.terms(), changes);
    }
}
