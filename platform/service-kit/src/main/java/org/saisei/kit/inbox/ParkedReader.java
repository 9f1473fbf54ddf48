package org.saisei.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Conditions;
import org.saisei.kit.database.Sql;

/** Parked events as an operator may see them: the payload is not read. */
@ApplicationScoped
class ParkedReader {
    private static final String SELECT = """
            SELECT id, topic, "partition", "offset", key, event_id, seq, type, occurred_at, reason, error, parked_at,
                   CASE WHEN reason = 'POISON' AND resolved_at IS NULL
                        THEN (SELECT count(*) FROM parked_event b
                              WHERE b.key = p.key AND b.resolved_at IS NULL AND b.reason <> 'POISON') END,
                   resolution, resolved_at, resolved_by, resolution_reason, resolution_document, skipped_from
            FROM parked_event p WHERE true""";

    private final Sql sql;

    ParkedReader(Sql sql) {
        this.sql = sql;
    }

    /** Oldest first. */
    List<ParkedEvent> list(ParkedEvent.Query query) {
        return new Conditions(SELECT)
                .with("AND topic = ?", query.topic())
                .with("AND key = ?", query.key())
                .with(
                        "AND reason = ?",
                        query.reason() == null ? null : query.reason().name())
                .either(query.open(), "AND resolved_at IS NULL", "AND resolved_at IS NOT NULL")
                .with("AND id > ?", query.after())
                .with("ORDER BY id LIMIT ?", query.limit())
                .list(sql, ParkedReader::event);
    }

    Optional<ParkedEvent> one(UUID id) {
        return sql.first(SELECT + " AND id = ?", ParkedReader::event, id);
    }

    /** Open poison events of the key. */
    List<UUID> poisonOf(String key) {
        return sql.list(
                "SELECT id FROM parked_event WHERE key = ? AND reason = 'POISON' AND resolved_at IS NULL ORDER BY id",
                row -> row.getObject(1, UUID.class),
                key);
    }

    private static ParkedEvent event(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getObject(7, Long.class),
                row.getString(8),
                instant(row, 9),
                ParkedEvent.Reason.valueOf(row.getString(10)),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getObject(13, Long.class),
                resolved(row));
    }

    private static ParkedEvent.@Nullable Resolved resolved(ResultSet row) throws SQLException {
        var at = instant(row, 15);
        return at == null
                ? null
                : new ParkedEvent.Resolved(
                        ParkedEvent.Resolution.valueOf(row.getString(14)),
                        at,
                        row.getString(16),
                        row.getString(17),
                        row.getString(18),
                        row.getObject(19, Long.class));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
