package org.saisei.kit.restore;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.saisei.kit.database.Sql;

/** What is kept of comparisons. */
@ApplicationScoped
class ComparisonStore {
    private static final int BATCH = 500;

    private final Sql sql;
    private final Event<Restored> restored;

    ComparisonStore(Sql sql, Event<Restored> restored) {
        this.sql = sql;
        this.restored = restored;
    }

    /**
     * Which database this is: another server, another timeline (after point-in-time recovery or a failover), another database
     * or another table (after a dump was read in). A data folder that was copied back cannot be told by it.
     */
    String origin() {
        return sql.first("""
                        SELECT (SELECT system_identifier FROM pg_control_system()) || '/'
                               || left(pg_walfile_name(pg_current_wal_lsn()), 8) || '/'
                               || (SELECT oid FROM pg_database WHERE datname = current_database()) || '/'
                               || 'outbox'::regclass::oid
                        """, row -> row.getString(1)).orElseThrow();
    }

    /** The origin of the database that was compared last; empty before the first time. */
    Optional<String> lastOrigin() {
        return sql.first("SELECT origin FROM topic_comparison ORDER BY number DESC LIMIT 1", row -> row.getString(1));
    }

    /** Those of the topics on which the service has published something. */
    List<String> published(Set<String> topics) {
        return sql.list(
                "SELECT topic FROM unnest(?) AS known (topic)"
                        + " WHERE EXISTS (SELECT FROM outbox_head h WHERE h.topic = known.topic)",
                row -> row.getString(1),
                (Object) topics.toArray(String[]::new));
    }

    /** Those of the events that are known, and whether all that stand before them on their partition are, too. */
    Map<UUID, Boolean> published(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var asked = ids.toArray(UUID[]::new);
        return sql
                .list(
                        "SELECT id, published_at IS NOT NULL FROM outbox WHERE id = ANY (?)"
                                + " UNION ALL SELECT event_id, counted FROM forgotten_event WHERE event_id = ANY (?)",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getBoolean(2)),
                        asked,
                        asked)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return how many were not kept yet */
    long keep(List<ForgottenEvent.Found> events) {
        long kept = 0;
        for (int from = 0; from < events.size(); from += BATCH) {
            var batch = events.subList(from, Math.min(events.size(), from + BATCH));
            kept += QuarkusTransaction.requiringNew()
                    .call(() -> batch.stream().mapToLong(this::keep).sum());
        }
        return kept;
    }

    private long keep(ForgottenEvent.Found event) {
        return sql.update(
                """
                INSERT INTO forgotten_event (event_id, topic, key, seq, type, occurred_at, facility_id, document_number,
                                             "partition", "offset")
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                event.eventId(),
                event.topic(),
                event.key(),
                event.sequence(),
                event.type(),
                event.time().atOffset(ZoneOffset.UTC),
                event.facilityId(),
                event.documentNumber(),
                event.partition(),
                event.offset());
    }

    /**
     * Has the sequences go on behind what was kept since the last time.
     *
     * @param another whether the database is another than was last compared, or lacks what was read
     */
    void goOnBehindForgotten(boolean another) {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.list(
                    "SELECT wait_behind_forgotten(topic, key)"
                            + " FROM (SELECT DISTINCT topic, key FROM forgotten_event WHERE NOT counted ORDER BY topic, key) AS f",
                    row -> row.getLong(1));
            sql.update("""
                    INSERT INTO outbox_head (topic, key, last_seq)
                    SELECT topic, key, max(seq) FROM forgotten_event WHERE NOT counted GROUP BY topic, key ORDER BY topic, key
                    ON CONFLICT (topic, key) DO UPDATE SET last_seq = greatest(outbox_head.last_seq, excluded.last_seq)
                    """);
            int counted = sql.update("UPDATE forgotten_event SET counted = true WHERE NOT counted");
            if (another || counted > 0) {
                restored.fire(new Restored());
            }
        });
    }

    void compared(String origin, long forgotten, long readAgain) {
        sql.update(
                "INSERT INTO topic_comparison (origin, forgotten, read_again) VALUES (?, ?, ?)",
                origin,
                forgotten,
                readAgain);
    }
}
