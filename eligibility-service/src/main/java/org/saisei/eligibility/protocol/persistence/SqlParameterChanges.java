package org.saisei.eligibility.protocol.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private static final String SELECT = """
        SELECT change_id, protocol, parameter, document_number, value, first_day, reason, recorded_at
        FROM protocol_parameter_change
        """;

    private final Sql sql;

    SqlParameterChanges(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void lock(String protocol) {
        // there is no row of a protocol to lock; the two-part keys are apart from those of idempotency
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtext('protocol_parameter_change'), hashtext(?))",
                row -> true,
                protocol);
    }

    @Override
    public Optional<ParameterChange> recordedUnder(String protocol, String documentNumber) {
        return sql.first(
                SELECT + "WHERE protocol = ? AND document_number = ?",
                SqlParameterChanges::change,
                protocol,
                documentNumber);
    }

    @Override
    public Optional<ParameterChange> find(UUID changeId) {
        return sql.first(SELECT + "WHERE change_id = ?", SqlParameterChanges::change, changeId);
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
        return sql.list(SELECT + "WHERE protocol = ? ORDER BY recorded_order", SqlParameterChanges::change, protocol);
    }

    private static ParameterChange change(ResultSet row) throws SQLException {
        return new ParameterChange(
                row.getObject("change_id", UUID.class),
                row.getString("protocol"),
                row.getString("parameter"),
                row.getString("document_number"),
                row.getBigDecimal("value"),
                row.getObject("first_day", LocalDate.class),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
