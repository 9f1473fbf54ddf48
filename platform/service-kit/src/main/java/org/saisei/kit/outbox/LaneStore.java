package org.saisei.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;

/** Leases of lanes and the rows that wait in them. All times are the database's. */
@ApplicationScoped
class LaneStore {
    private final Sql sql;

    LaneStore(Sql sql) {
        this.sql = sql;
    }

    record Row(
            UUID id,
            String topic,
            String key,
            long seq,
            String type,
            Instant occurredAt,
            byte[] payload,
            @Nullable String traceparent) {}

    /** Says that the replica lives. @return how many replicas do */
    int heartbeat(String replica, Duration ttl) {
        sql.update("""
                INSERT INTO outbox_replica (id, expires_at) VALUES (?, clock_timestamp() + ? * interval '1 millisecond')
                ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at
                """, replica, ttl.toMillis());
        return sql.first(
                        "SELECT count(*) FROM outbox_replica WHERE expires_at > clock_timestamp()",
                        row -> row.getInt(1))
                .orElse(1);
    }

    /** Ends the membership; its row stays, expired. */
    void leave(String replica) {
        sql.update("UPDATE outbox_replica SET expires_at = clock_timestamp() WHERE id = ?", replica);
    }

    /** @return the lanes whose lease is still ours and now lasts until {@code ttl} from now */
    List<Integer> renew(String replica, Duration ttl) {
        return sql.list("""
                UPDATE outbox_lane SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
                WHERE owner = ? AND expires_at > clock_timestamp() RETURNING lane
                """, row -> row.getInt(1), ttl.toMillis(), replica);
    }

    List<Integer> free() {
        return sql.list(
                "SELECT lane FROM outbox_lane WHERE owner IS NULL OR expires_at <= clock_timestamp() ORDER BY lane",
                row -> row.getInt(1));
    }

    /** @return the lease's epoch, or empty if another replica was quicker */
    OptionalLong acquire(int lane, String replica, Duration ttl) {
        return sql.list("""
                        UPDATE outbox_lane
                        SET owner = ?, epoch = epoch + 1, expires_at = clock_timestamp() + ? * interval '1 millisecond'
                        WHERE lane = ? AND (owner IS NULL OR expires_at <= clock_timestamp()) RETURNING epoch
                        """, row -> row.getLong(1), replica, ttl.toMillis(), lane).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    void release(int lane, String replica, long epoch) {
        sql.update(
                "UPDATE outbox_lane SET owner = NULL, expires_at = clock_timestamp()"
                        + " WHERE lane = ? AND owner = ? AND epoch = ?",
                lane,
                replica,
                epoch);
    }

    boolean holds(int lane, long epoch) {
        return sql.first(
                        "SELECT 1 FROM outbox_lane WHERE lane = ? AND epoch = ? AND expires_at > clock_timestamp()",
                        row -> row.getInt(1),
                        lane,
                        epoch)
                .isPresent();
    }

    /** Lanes that have rows waiting: the safety net under the wake-ups. */
    List<Integer> lanesWithWork() {
        return sql.list("SELECT DISTINCT lane FROM outbox WHERE published_at IS NULL", row -> row.getInt(1));
    }

    /** Waiting rows, oldest first, in sequence for each key; none of a parked key. */
    List<Row> waiting(int lane, int limit) {
        return sql.list(
                """
                SELECT id, topic, key, seq, type, occurred_at, payload, traceparent FROM outbox o
                WHERE lane = ? AND published_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM outbox_parked_key p
                                  WHERE p.topic = o.topic AND p.key = o.key AND p.released_at IS NULL)
                ORDER BY position LIMIT ?
                """,
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getObject(6, java.time.OffsetDateTime.class).toInstant(),
                        row.getBytes(7),
                        row.getString(8)),
                lane,
                limit);
    }

    /**
     * Marks what the broker has, if the lease is still the one it was sent under. Does not wait for the disk, which the
     * requests' commits wait for: marks that a crash of the database loses are the last ones, and what they stood for is
     * sent again, in order.
     */
    void markPublished(int lane, long epoch, Collection<UUID> ids) {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.later("SET LOCAL synchronous_commit TO off");
            sql.later("""
                    UPDATE outbox SET published_at = clock_timestamp(), published_epoch = ?
                    WHERE id = ANY (?) AND published_at IS NULL
                      AND EXISTS (SELECT 1 FROM outbox_lane WHERE lane = ? AND epoch = ?)
                    """, epoch, ids.toArray(UUID[]::new), lane, epoch);
        });
    }

    /**
     * Keeps a key back whose row the broker refused for good, so that the others flow and its own order holds; once more if
     * an operator has released it in vain.
     */
    void park(Row row, String error) {
        sql.update("""
                INSERT INTO outbox_parked_key (topic, key, outbox_id, error) VALUES (?, ?, ?, ?)
                ON CONFLICT (topic, key, outbox_id) DO UPDATE
                SET error = excluded.error, parked_at = clock_timestamp(), released_at = NULL,
                    released_by = NULL, release_reason = NULL, release_document = NULL
                """, row.topic(), row.key(), row.id(), error);
    }

    void notifyOthers(int lane) {
        sql.first("SELECT pg_notify('saisei_outbox', ?)", row -> 1, String.valueOf(lane));
    }
}
