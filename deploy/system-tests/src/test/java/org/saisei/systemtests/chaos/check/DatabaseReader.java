package org.saisei.systemtests.chaos.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.saisei.kit.audit.verify.AuditVerifier;
import org.saisei.kit.audit.verify.Finding;
import org.saisei.kit.audit.verify.Head;
import org.saisei.kit.audit.verify.HeadFile;
import org.saisei.systemtests.chaos.check.Snapshot.Effect;
import org.saisei.systemtests.chaos.check.Snapshot.FeedEntry;
import org.saisei.systemtests.chaos.check.Snapshot.InboxRow;
import org.saisei.systemtests.chaos.check.Snapshot.Key;
import org.saisei.systemtests.chaos.check.Snapshot.OutboxRow;
import org.saisei.systemtests.chaos.check.Snapshot.Parked;
import org.saisei.systemtests.chaos.check.Snapshot.SelfReport;
import org.saisei.systemtests.chaos.check.Snapshot.Write;

/** Reads one service's database. */
final class DatabaseReader {
    private final Sources.Service source;
    private final Connection database;

    DatabaseReader(Sources.Service source, Connection database) {
        this.source = source;
        this.database = database;
    }

    Snapshot.Service read(Map<String, Long> acknowledged, SelfReport selfReport) throws SQLException {
        return new Snapshot.Service(
                source.reads(),
                Queries.list(
                        database,
                        "SELECT id, topic, key, seq, lane, published_at IS NOT NULL FROM outbox",
                        row -> new OutboxRow(
                                row.getObject(1, UUID.class),
                                key(row, 2),
                                row.getLong(4),
                                row.getInt(5),
                                row.getBoolean(6))),
                byKey("SELECT topic, key, last_seq FROM outbox_head"),
                Queries.list(
                        database,
                        "SELECT event_id, topic, key, seq FROM inbox",
                        row -> new InboxRow(row.getObject(1, UUID.class), key(row, 2), row.getLong(4))),
                byKey("SELECT topic, key, last_seq FROM inbox_mark"),
                parked(),
                new HashSet<>(Queries.list(
                        database,
                        "SELECT topic, key FROM outbox_parked_key WHERE released_at IS NULL",
                        row -> key(row, 1))),
                effects(),
                kept(),
                Queries.list(
                        database,
                        EffectQueries.WRITES,
                        row -> new Write(row.getString(1), String.valueOf(row.getString(2)))),
                acknowledged,
                trail(),
                selfReport);
    }

    private List<Parked> parked() throws SQLException {
        return Queries.list(
                database,
                "SELECT id, topic, key, event_id, coalesce(seq, 0), resolved_at IS NULL, resolution, skipped_from"
                        + " FROM parked_event",
                row -> new Parked(
                        row.getObject(1, UUID.class),
                        key(row, 2),
                        row.getObject(4, UUID.class),
                        row.getLong(5),
                        state(row.getBoolean(6), row.getString(7)),
                        row.getObject(8, Long.class)));
    }

    private static Parked.State state(boolean open, String resolution) {
        if (open) {
            return Parked.State.OPEN;
        }
        return resolution.equals("DISCARDED") ? Parked.State.DISCARDED : Parked.State.APPLIED;
    }

    private List<Effect> effects() throws SQLException {
        var query = EffectQueries.BY_SERVICE.get(source.name());
        if (query == null) {
            throw new IllegalArgumentException("nobody has told the checker what commands do in " + source.name());
        }
        return Queries.list(database, query, row -> {
            var lack = row.getString(7);
            return new Effect(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBoolean(6),
                    lack == null ? List.of() : List.of(lack));
        });
    }

    private Map<String, Long> kept() throws SQLException {
        var kept = new HashMap<String, Long>();
        Queries.list(
                database,
                "SELECT headers ->> 'Location', count(*) FROM idempotency WHERE headers ? 'Location' GROUP BY 1",
                row -> kept.put(row.getString(1), row.getLong(2)));
        return kept;
    }

    private Map<Key, Long> byKey(String query) throws SQLException {
        var map = new HashMap<Key, Long>();
        Queries.list(database, query, row -> map.put(key(row, 1), row.getLong(3)));
        return map;
    }

    private static Key key(ResultSet row, int topic) throws SQLException {
        return new Key(row.getString(topic), row.getString(topic + 1));
    }

    private List<Finding> trail() throws SQLException {
        return AuditVerifier.verify(database, heads(source.heads())).findings();
    }

    private List<Head> heads(Path file) {
        try {
            return Files.exists(file)
                    ? HeadFile.read(file).heads().stream()
                            .filter(head -> head.service().equals(source.name()))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Snapshot.Feed feed(Connection database) throws SQLException {
        var entries = Queries.list(
                database,
                "SELECT case_id, version, event, position FROM feed_entry",
                row -> new FeedEntry(row.getString(1), row.getLong(2), row.getString(3), row.getObject(4, Long.class)));
        return Queries.list(
                        database,
                        "SELECT generation, position FROM feed_head",
                        row -> new Snapshot.Feed(row.getLong(1), row.getLong(2), entries))
                .getFirst();
    }
}
