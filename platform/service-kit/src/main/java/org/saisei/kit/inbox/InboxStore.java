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

    record Parked(UUID id, ParkedEvent.Reason reason, RawEvent event) {}

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

    /** Never back. */
    void advance(String topic, String key, long seq) {
        sql.update(
                "UPDATE inbox_mark SET last_seq = ? WHERE topic = ? AND key = ? AND last_seq < ?",
                seq,
                topic,
                key,
                seq);
    }

    /** @return false if the event has been applied before */
    boolean record(RawEvent event) {
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

    void park(
            RawEvent event, ConsumerRecord<String, byte[]> message, ParkedEvent.Reason reason, @Nullable String error) {
        insert(message, event.id(), event.sequence(), event.type(), event.time(), reason, error);
    }

    void parkUnreadable(ConsumerRecord<String, byte[]> message, String error) {
        insert(message, null, null, null, null, ParkedEvent.Reason.POISON, error);
    }

    private void insert(
            ConsumerRecord<String, byte[]> message,
            @Nullable UUID eventId,
            @Nullable Long seq,
            @Nullable String type,
            @Nullable Instant time,
            ParkedEvent.Reason reason,
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
                EventReader.keepableKey(message.key()),
                eventId,
                seq,
                type,
                time,
                message.value() == null ? new byte[0] : message.value(),
                reason.name(),
                error);
    }

    /** The first event at this place of its (topic, key) that has come already and is not itself the poison. */
    Optional<Parked> parkedAt(String topic, String key, long seq) {
        return parked("topic = ? AND key = ? AND seq = ? AND reason <> 'POISON' ORDER BY id LIMIT 1", topic, key, seq);
    }

    /** Whether another event waits at the same place: a foreign record may have taken that of a genuine one. */
    boolean hasRival(ParkedEvent event) {
        return sql.first(
                        "SELECT 1 FROM parked_event WHERE topic = ? AND key = ? AND seq = ? AND id <> ?"
                                + " AND resolved_at IS NULL LIMIT 1",
                        row -> 1,
                        event.topic(),
                        event.key(),
                        event.sequence(),
                        event.id())
                .isPresent();
    }

    /**
     * Whether only another event at the event's place was given up, and nothing from there on has been applied: then its turn
     * is now, though the mark has passed it.
     */
    boolean succeedsDiscarded(RawEvent event) {
        return !isApplied(event.id())
                && sql.first("""
                                SELECT count(*) > 0 AND bool_and(event_id IS DISTINCT FROM ?) FROM parked_event
                                WHERE topic = ? AND key = ? AND seq = ? AND resolution = 'DISCARDED'
                                """, row -> row.getBoolean(1), event.id(), event.topic(), event.key(), event.sequence())
                        .orElse(false)
                && sql.first(
                                "SELECT 1 FROM inbox WHERE topic = ? AND key = ? AND seq >= ? LIMIT 1",
                                row -> 1,
                                event.topic(),
                                event.key(),
                                event.sequence())
                        .isEmpty();
    }

    private boolean isApplied(UUID eventId) {
        return sql.first("SELECT 1 FROM inbox WHERE event_id = ?", row -> 1, eventId)
                .isPresent();
    }

    /** The parked event, unless it is resolved or has no place in a sequence. */
    Optional<Parked> parked(UUID id) {
        return parked("id = ?", id);
    }

    private Optional<Parked> parked(String condition, Object... parameters) {
        return sql.first(
                "SELECT id, reason, event_id, topic, key, seq, type, occurred_at, payload FROM parked_event"
                        + " WHERE resolved_at IS NULL AND event_id IS NOT NULL AND " + condition,
                row -> new Parked(
                        row.getObject(1, UUID.class),
                        ParkedEvent.Reason.valueOf(row.getString(2)),
                        new RawEvent(
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getString(7),
                                row.getObject(8, OffsetDateTime.class).toInstant(),
                                row.getBytes(9))),
                parameters);
    }

    /** A place in the sequence of a key whose event is parked and whose turn has come. */
    record Turn(String topic, String key, long sequence) {}

    /** Parked events whose turn has come, in sequence; none of a poisoned key. */
    List<Turn> turns(int limit) {
        return sql.list("""
                SELECT p.topic, p.key, p.seq FROM parked_event p JOIN inbox_mark m USING (topic, key)
                WHERE p.resolved_at IS NULL AND p.reason <> 'POISON' AND p.seq <= m.last_seq + 1
                  AND NOT EXISTS (SELECT FROM parked_event q
                                  WHERE q.key = p.key AND q.reason = 'POISON' AND q.resolved_at IS NULL)
                ORDER BY p.topic, p.key, p.seq LIMIT ?
                """, row -> new Turn(row.getString(1), row.getString(2), row.getLong(3)), limit);
    }

    /** What stood behind the poison of the key stands behind it no more. @return how many */
    int release(String key) {
        return sql.update(
                "UPDATE parked_event SET reason = 'GAP' WHERE key = ? AND reason = 'BEHIND' AND resolved_at IS NULL",
                key);
    }

    void poison(UUID parkedId, String error) {
        sql.update("UPDATE parked_event SET reason = 'POISON', error = ? WHERE id = ?", error, parkedId);
    }

    /** Its turn came by itself. */
    void applied(UUID parkedId) {
        sql.update("""
                UPDATE parked_event SET resolved_at = clock_timestamp(), resolution = 'APPLIED'
                WHERE id = ? AND resolved_at IS NULL
                """, parkedId);
    }
}
