package org.saisei.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saisei.kit.access.Actor;
import org.saisei.kit.audit.AuditTrail;
import org.saisei.kit.database.Conditions;
import org.saisei.kit.database.Sql;

/** What an operator sees of events that the broker refuses, and does with them. None is ever dropped: it is committed. */
@ApplicationScoped
public class RefusedEvents {
    private static final String SELECT = """
            SELECT o.id, o.topic, o.key, o.seq, o.type, o.occurred_at, length(o.payload), p.error, p.parked_at,
                   CASE WHEN p.released_at IS NULL
                        THEN (SELECT count(*) FROM outbox b
                              WHERE b.lane = o.lane AND b.published_at IS NULL AND b.topic = o.topic AND b.key = o.key
                                AND b.id <> o.id) END,
                   p.released_at, p.released_by, p.release_reason, p.release_document
            FROM outbox_parked_key p JOIN outbox o ON o.id = p.outbox_id WHERE true""";

    private final Sql sql;
    private final AuditTrail audit;

    RefusedEvents(Sql sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** What came of a release. */
    public sealed interface Outcome {
        record Done(RefusedEvent event) implements Outcome {}

        record NotThere() implements Outcome {}

        /** It is not held back, or no more. */
        record NotRefused(RefusedEvent event) implements Outcome {}
    }

    /** In the order of their ids, which is that of the acts that wrote them. */
    public List<RefusedEvent> list(RefusedEvent.Query query) {
        return new Conditions(SELECT)
                .with("AND p.topic = ?", query.topic())
                .with("AND p.key = ?", query.key())
                .either(query.open(), "AND p.released_at IS NULL", "AND p.released_at IS NOT NULL")
                .with("AND p.outbox_id > ?", query.after())
                .with("ORDER BY p.outbox_id LIMIT ?", query.limit())
                .list(sql, RefusedEvents::event);
    }

    public Optional<RefusedEvent> find(UUID eventId) {
        return sql.first(SELECT + " AND p.outbox_id = ?", RefusedEvents::event, eventId);
    }

    /**
     * Has the event sent again, and what waits behind it after it, in the running transaction. If the broker refuses it as
     * before, it is held back again.
     *
     * @param documentNumber the operator's own, of the incident
     */
    public Outcome release(UUID eventId, Actor operator, String reason, String documentNumber) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("an operator's act is a transaction");
        }
        var before = sql.first("SELECT 1 FROM outbox_parked_key WHERE outbox_id = ? FOR UPDATE", row -> 1, eventId)
                .flatMap(there -> find(eventId));
        if (before.isEmpty()) {
            return new Outcome.NotThere();
        }
        if (!before.get().isOpen()) {
            return new Outcome.NotRefused(before.get());
        }
        sql.update("""
                UPDATE outbox_parked_key SET released_at = clock_timestamp(), released_by = ?, release_reason = ?,
                       release_document = ?
                WHERE outbox_id = ?
                """, operator.subject(), reason, documentNumber, eventId);
        var after = find(eventId).orElseThrow();
        audit.wrote(operator, "releaseRefusedEvent", "refusedEvent", eventId.toString(), reason, before.get(), after);
        return new Outcome.Done(after);
    }

    private static RefusedEvent event(ResultSet row) throws SQLException {
        var released = row.getObject(11, OffsetDateTime.class);
        return new RefusedEvent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getLong(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getObject(10, Long.class),
                released == null
                        ? null
                        : new RefusedEvent.Released(
                                released.toInstant(), row.getString(12), row.getString(13), row.getString(14)));
    }
}
