package org.saisei.eligibility.facility.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.eligibility.facility.Accreditation;
import org.saisei.eligibility.facility.Accreditations;
import org.saisei.eligibility.facility.PhysicianVerdicts;
import org.saisei.eligibility.protocol.Judged;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlAccreditations implements Accreditations {
    private static final TypeReference<List<Judged>> VERDICTS = new TypeReference<>() {};
    private static final TypeReference<List<PhysicianVerdicts>> PHYSICIANS = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT accreditation_id, facility_id, document_number, protocol, protocol_version, state, first_day, last_day,
                   verdicts, other_verdicts, physicians
            FROM accreditation
            """;

    private final Sql sql;
    private final FacilityJson json;

    SqlAccreditations(Sql sql, FacilityJson json) {
        this.sql = sql;
        this.json = json;
    }

    private enum State {
        ACCREDITED,
        REFUSED,
        WITHDRAWN;

        static State of(Accreditation accreditation) {
            return switch (accreditation) {
                case Accreditation.Accredited a -> ACCREDITED;
                case Accreditation.Refused r -> REFUSED;
                case Accreditation.Withdrawn w -> WITHDRAWN;
            };
        }

        Accreditation with(Accreditation.Terms terms) {
            return switch (this) {
                case ACCREDITED -> new Accreditation.Accredited(terms);
                case REFUSED -> new Accreditation.Refused(terms);
                case WITHDRAWN -> new Accreditation.Withdrawn(terms);
            };
        }
    }

    @Override
    public Optional<Accreditation> find(String facilityId, UUID accreditationId) {
        return sql.first(
                SELECT + "WHERE facility_id = ? AND accreditation_id = ?",
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
    public void add(Accreditation accreditation) {
        var terms = accreditation.terms();
        sql.update(
                """
                INSERT INTO accreditation (accreditation_id, facility_id, document_number, protocol, protocol_version,
                                           state, first_day, last_day, verdicts, other_verdicts, physicians)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)
                """,
                terms.accreditationId(),
                terms.facilityId(),
                terms.documentNumber(),
                terms.protocol(),
                terms.protocolVersion(),
                State.of(accreditation).name(),
                terms.from(),
                terms.to(),
                json.write(terms.verdicts()),
                json.write(terms.otherVerdicts()),
                json.write(terms.physicians()));
    }

    @Override
    public void update(Accreditation accreditation) {
        sql.update(
                "UPDATE accreditation SET state = ?, last_day = ? WHERE accreditation_id = ?",
                State.of(accreditation).name(),
                accreditation.terms().to(),
                accreditation.terms().accreditationId());
    }

    @Override
    public List<Accreditation.Accredited> accredited(String facilityId) {
        return sql
                .list(
                        SELECT + "WHERE facility_id = ? AND state = 'ACCREDITED' ORDER BY accreditation_id",
                        this::accreditation,
                        facilityId)
                .stream()
                .map(Accreditation.Accredited.class::cast)
                .toList();
    }

    @Override
    public List<Accreditation> list(
            String facilityId, @Nullable String documentNumber, @Nullable UUID after, int limit) {
        return sql.list(
                SELECT + """
                        WHERE facility_id = ?
                          AND (?::text IS NULL OR document_number = ?)
                          AND (?::uuid IS NULL OR accreditation_id > ?)
                        ORDER BY accreditation_id LIMIT ?
                        """, this::accreditation, facilityId, documentNumber, documentNumber, after, after, limit);
    }

    private Accreditation accreditation(ResultSet row) throws SQLException {
        return State.valueOf(row.getString("state"))
                .with(new Accreditation.Terms(
                        row.getObject("accreditation_id", UUID.class),
                        row.getString("facility_id"),
                        row.getString("document_number"),
                        row.getString("protocol"),
                        row.getString("protocol_version"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        json.read(row.getString("verdicts"), VERDICTS),
                        listed(row.getString("other_verdicts"), VERDICTS),
                        listed(row.getString("physicians"), PHYSICIANS)));
    }

    private <T> List<T> listed(@Nullable String document, TypeReference<List<T>> type) {
        return document == null ? List.of() : json.read(document, type);
    }
}
