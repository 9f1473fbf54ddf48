package org.saisei.eligibility.protocol.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saisei.eligibility.protocol.ParameterChange;
import org.saisei.eligibility.protocol.ParameterChanges;
import org.saisei.kit.database.Sql;

@ApplicationScoped
class SqlParameterChanges implements ParameterChanges {
    private final Sql sql;

    SqlParameterChanges(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void lock(String protocol, String parameter) {
        // there is no row of a parameter to lock; the two-part keys are apart from those of idempotency
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtext('protocol_parameter_change'), hashtext(?))",
                row -> true,
                protocol + "/" + parameter);
    }

    @Override
    public Optional<UUID> recordedUnder(String protocol, String documentNumber) {
        return sql.first(
                "SELECT change_id FROM protocol_parameter_change WHERE protocol = ? AND document_number = ?",
                row -> row.getObject(1, UUID.class),
                protocol,
                documentNumber);
    }

    @Override
    public boolean add(ParameterChange change) {
        return sql.update(
                        """
                        INSERT INTO protocol_parameter_change (change_id, protocol, parameter, document_number, value,
                            first_day, reason, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (protocol, document_number) DO NOTHING
                        """,
                        change.changeId(),
                        change.protocol(),
                        change.parameter(),
                        change.documentNumber(),
                        change.value(),
                        change.from(),
                        change.reason(),
                        change.recordedAt())
                == 1;
    }

    @Override
    public List<ParameterChange> of(String protocol) {
        return sql.list(
                """
                SELECT change_id, protocol, parameter, document_number, value, first_day, reason, recorded_at
                FROM protocol_parameter_change WHERE protocol = ? ORDER BY recorded_order
                """,
                row -> new ParameterChange(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBigDecimal(5),
                        row.getObject(6, LocalDate.class),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()),
                protocol);
    }
}
