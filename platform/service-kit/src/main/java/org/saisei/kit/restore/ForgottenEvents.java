package org.saisei.kit.restore;

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

/** What an operator sees of acts that a restore has lost, and says of them. Nothing here records an act again. */
@ApplicationScoped
public class ForgottenEvents {
    private static final String SELECT = """
            SELECT event_id, topic, key, seq, type, occurred_at, facility_id, document_number, "partition", "offset", found_at,
                   resolved_at, resolution, resolved_by, resolution_reason, resolution_document
            FROM forgotten_event WHERE true""";

    private final Sql sql;
    private final AuditTrail audit;

    ForgottenEvents(Sql sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** What came of an act. */
    public sealed interface Outcome {
        record Done(ForgottenEvent event) implements Outcome {}

        record NotThere() implements Outcome {}

        /** It is resolved already. */
        record NotOpen(ForgottenEvent event) implements Outcome {}
    }

    /** In the order of their ids, which is that of the acts that wrote them. */
    public List<ForgottenEvent> list(ForgottenEvent.Query query) {
        return new Conditions(SELECT)
                .with("AND topic = ?", query.topic())
                .with("AND key = ?", query.key())
                .with("AND document_number = ?", query.documentNumber())
                .either(query.open(), "AND resolved_at IS NULL", "AND resolved_at IS NOT NULL")
                .with("AND event_id > ?", query.after())
                .with("ORDER BY event_id LIMIT ?", query.limit())
                .list(sql, ForgottenEvents::event);
    }

    public Optional<ForgottenEvent> find(UUID eventId) {
        return sql.first(SELECT + " AND event_id = ?", ForgottenEvents::event, eventId);
    }

    /**
     * Notes what became of the act, in the running transaction.
     *
     * @param documentNumber the operator's own, of the incident
     */
    public Outcome resolve(
            UUID eventId, ForgottenEvent.Resolution resolution, Actor operator, String reason, String documentNumber) {
        if (!QuarkusTransaction.isActive()) {
            throw new IllegalStateException("an operator's act is a transaction");
        }
        var before = sql.first("SELECT 1 FROM forgotten_event WHERE event_id = ? FOR UPDATE", row -> 1, eventId)
                .flatMap(there -> find(eventId));
        if (before.isEmpty()) {
            return new Outcome.NotThere();
        }
        if (!before.get().isOpen()) {
            return new Outcome.NotOpen(before.get());
        }
        sql.update("""
                UPDATE forgotten_event SET resolved_at = clock_timestamp(), resolution = ?, resolved_by = ?,
                       resolution_reason = ?, resolution_document = ?
                WHERE event_id = ?
                """, resolution.name(), operator.subject(), reason, documentNumber, eventId);
        var after = find(eventId).orElseThrow();
        audit.wrote(
                operator, "resolveForgottenEvent", "forgottenEvent", eventId.toString(), reason, before.get(), after);
        return new Outcome.Done(after);
    }

    private static ForgottenEvent event(ResultSet row) throws SQLException {
        var resolved = row.getObject(12, OffsetDateTime.class);
        return new ForgottenEvent(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getLong(10),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                resolved == null
                        ? null
                        : new ForgottenEvent.Resolved(
                                ForgottenEvent.Resolution.valueOf(row.getString(13)),
                                resolved.toInstant(),
                                row.getString(14),
                                row.getString(15),
                                row.getString(16)));
    }
}
