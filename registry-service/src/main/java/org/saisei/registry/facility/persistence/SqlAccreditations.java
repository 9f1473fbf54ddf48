package org.saisei.registry.facility.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.saisei.kit.database.Sql;
import org.saisei.registry.facility.Accreditation;
import org.saisei.registry.facility.Accreditations;

@ApplicationScoped
class SqlAccreditations implements Accreditations {
    private final Sql sql;

    SqlAccreditations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Accreditation accreditation, long sequence, String content) {
        sql.update(
                """
                INSERT INTO facility_accreditation (accreditation_id, facility_id, protocol, sequence, protocol_version,
                    state, state_from, valid_from, valid_to, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                UUID.fromString(accreditation.accreditationId()),
                accreditation.facilityId(),
                accreditation.protocol(),
                sequence,
                accreditation.protocolVersion(),
                accreditation.state(),
                accreditation.stateFrom(),
                accreditation.from(),
                accreditation.to(),
                content);
    }

    @Override
    public Optional<Accreditation> latest(String facilityId, String protocol) {
        return sql.first(
                """
                SELECT accreditation_id, facility_id, protocol, protocol_version, state, state_from, valid_from, valid_to
                FROM facility_accreditation WHERE facility_id = ? AND protocol = ? ORDER BY sequence DESC LIMIT 1
                """,
                row -> new Accreditation(
                        row.getString("accreditation_id"),
                        row.getString("facility_id"),
                        row.getString("protocol"),
                        row.getString("protocol_version"),
                        row.getString("state"),
                        row.getObject("state_from", LocalDate.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                facilityId,
                protocol);
    }
}
