package org.saisei.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;
import org.saisei.kit.id.Ids;

/** What has been applied, up to where, and what waits. */
@ApplicationScoped
class InboxStore {
    private final Sql sql;
    private final Ids ids;

    InboxStore(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    enum Reason {
        /** Its handler failed, or it is no event of ours. */
        POISON,
        /** It stands behind a poison event of its key. */
        BEHIND,
        /** An earlier one of its key and topic has not come yet. */
        GAP
    }

    record Parked(UUID id, ReceivedEvent event) {}

    /** Locks the mark of (topic, key) until the transaction ends. @return the last sequence applied, 0 for none */
    long lockMark(String topic, String key) {
        sql.update("INSERT INTO inbox_mark (topic, key, last_seq) VALUES (?, ?, 0) ON CONFLICT DO NOTHING", topic, key);
        return sql.first(
                        "SELECT last_seq FROM inbox_mark WHERE topic = ? AND key = ? FOR UPDATE",
                        row -> row.getLong(1),
                        topic,
                        key)
                .orElseThrow();
    }

    void advance(String topic, String key, long seq) {
        sql.update("UPDATE inbox_mark SET last_seq = ? WHERE topic = ? AND key = ?", seq, topic, key);
    }

    /** @return false if the event has been applied before */
    boolean record(ReceivedEvent event) {
        return sql.update(
                        "INSERT INTO inbox (event_id, topic, key, seq) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        event.id(),
                        event.topic(),
                        event.key(),
                        event.sequence())
                == 1;
    }

    boolean isPoisoned(String key) {
        return sql.first(
                        "SELECT 1 FROM parked_event WHERE key = ? AND reason = 'POISON' AND resolved_at IS NULL LIMIT 1",
                        row -> 1,
                        key)
                .isPresent();
    }

    void park(ReceivedEvent event, ConsumerRecord<String, byte[]> message, Reason reason, @Nullable String error) {
        insert(message, event.id(), event.sequence(), event.type(), event.time(), reason, error);
    }

    void parkUnreadable(ConsumerRecord<String, byte[]> message, String error) {
        insert(message, null, null, null, null, Reason.POISON, error);
    }

    private void insert(
            ConsumerRecord<String, byte[]> message,
            @Nullable UUID eventId,
            @Nullable Long seq,
            @Nullable String type,
            @Nullable Instant time,
            Reason reason,
            @Nullable String error) {
        sql.update(
                """
                INSERT INTO parked_event (id, topic, "partition", "offset", key, event_id, seq, type, occurred_at, payload,
                                          reason, error)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                ids.next(),
                message.topic(),
                message.partition(),
                message.offset(),
                message.key() == null ? "" : message.key(),
                eventId,
                seq,
                type,
                time,
                message.value() == null ? new byte[0] : message.value(),
                reason.name(),
                error);
    }

    /** The parked event that comes next in its (topic, key), if it has come already. */
    Optional<Parked> parkedAt(String topic, String key, long seq) {
        return parked("topic = ? AND key = ? AND seq = ? AND reason = 'GAP'", topic, key, seq).stream()
                .findFirst();
    }

    List<Parked> parked(String condition, Object... parameters) {
        return sql.list(
                "SELECT id, topic, key, event_id, seq, type, occurred_at, payload FROM parked_event"
                        + " WHERE resolved_at IS NULL AND event_id IS NOT NULL AND " + condition
                        + " ORDER BY parked_at, seq",
                row -> new Parked(
                        row.getObject(1, UUID.class),
                        EventReader.of(
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, UUID.class),
                                row.getLong(5),
                                row.getString(6),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getBytes(8))),
                parameters);
    }

    /** Behind no poison any more, but still too early. */
    void waitForGap(UUID parkedId) {
        sql.update("UPDATE parked_event SET reason = 'GAP', error = NULL WHERE id = ?", parkedId);
    }

    /** Records of the key that are no events, and so have no place in its sequence. */
    void discardUnreadable(String key, String actor, String reason) {
        sql.update("""
                UPDATE parked_event SET resolved_at = clock_timestamp(), resolution = 'DISCARDED', resolved_by = ?,
                       resolution_reason = ?
                WHERE key = ? AND event_id IS NULL AND resolved_at IS NULL
                """, actor, reason, key);
    }

    void poison(UUID parkedId, String error) {
        sql.update("UPDATE parked_event SET reason = 'POISON', error = ? WHERE id = ?", error, parkedId);
    }

    void resolve(UUID parkedId, String resolution, @Nullable String actor, @Nullable String reason) {
        sql.update("""
                UPDATE parked_event SET resolved_at = clock_timestamp(), resolution = ?, resolved_by = ?, resolution_reason = ?
                WHERE id = ? AND resolved_at IS NULL
                """, resolution, actor, reason, parkedId);
    }
}
