package org.saisei.kit.audit.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.audit.verify.Block;
import org.saisei.kit.audit.verify.RowHash;

/**
 * Makes one block. It takes every row that is visible and not yet sealed, so no transaction that goes on for long holds up
 * the others' rows. What that transaction may still bring is below the horizon, and stays open until the oldest transaction
 * that runs ({@code pg_snapshot_xmin}) is a later one.
 */
final class Sealing {
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('audit seal', 0))";

    private static final String LAST =
            "SELECT number, encode(hash, 'hex'), horizon, open::text, rows FROM audit_seal ORDER BY number DESC LIMIT 1";

    /** Written so that whatever the planner believes of the table, it goes by the index. */
    private static final String ANY = """
            SELECT coalesce((SELECT max(position) FROM audit), 0) > ?
                OR EXISTS (SELECT FROM unnest(?::int8multirange) AS gap CROSS JOIN LATERAL
                           (SELECT FROM audit WHERE position >= lower(gap) AND position < upper(gap)
                            ORDER BY position LIMIT 1) AS found)
            """;

    private static final String DRAWN = """
            SELECT CASE WHEN is_called THEN last_value ELSE 0 END, timestamptz_send(statement_timestamp()),
                   (SELECT system_identifier FROM pg_control_system()) || '/'
                   || left(pg_walfile_name(pg_current_wal_lsn()), 8) || '/'
                   || (SELECT oid FROM pg_database WHERE datname = current_database()) || '/'
                   || 'audit_seal'::regclass::oid || '/'
                   || (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::int8
            FROM audit_position_seq
            """;

    private static final String TRANSACTION = "SELECT pg_current_xact_id()::text::int8";

    private static final String ROWS = """
            WITH late AS (SELECT found.* FROM unnest(?::int8multirange) AS gap CROSS JOIN LATERAL
                          (SELECT * FROM audit WHERE position >= lower(gap) AND position < upper(gap)
                           ORDER BY position) AS found),
                 fresh AS (SELECT * FROM audit WHERE position > ? AND position <= ? ORDER BY position LIMIT ?),
                 a AS (SELECT * FROM late UNION ALL SELECT * FROM fresh)
            SELECT count(*), range_agg(int8range(a.position, a.position + 1))::text,
                   encode(string_agg(%s, '' ORDER BY a.position), 'hex'),
                   (SELECT count(*) FROM fresh), (SELECT max(position) FROM fresh), pg_current_snapshot()::text
            FROM a
            """.formatted(RowHash.sql(RowHash.FORMAT));

    private static final String OPEN = """
            SELECT (?::int8multirange + int8multirange(int8range(?, ?)) - ?::int8multirange
                    - int8multirange(int8range(NULL, coalesce(
                        (SELECT horizon + 1 FROM audit_seal
                         WHERE origin = ? AND transaction_id <= pg_snapshot_xmin(?::pg_snapshot)
                         ORDER BY number DESC LIMIT 1), 0))))::text
            """;

    private static final String INSERT = """
            INSERT INTO audit_seal (number, previous, format, positions, leaves, horizon, open, transaction_id, snapshot, origin,
                                    rows, sealed_at, hash)
            VALUES (?, decode(?, 'hex'), ?, ?::int8multirange, decode(?, 'hex'), ?, ?::int8multirange, ?::text::xid8,
                    ?::pg_snapshot, ?, ?, ?, decode(?, 'hex'))
            """;

    private Sealing() {}

    /**
     * @param block was added
     * @param more whether there may be more to seal already
     */
    record Sealed(Block block, boolean more) {}

    private record Last(long number, String hash, long horizon, String open, long rows) {
        static final Last NONE = new Last(0, Block.BEFORE_FIRST, 0, "{}", 0);
    }

    private record Drawn(long position, Instant at, String origin) {}

    private record Rows(long count, String positions, String leaves, boolean more, long lastFresh, String snapshot) {}

    /**
     * In a transaction of its own, on a connection that does not commit by itself.
     *
     * @param most rows after the horizon; those below it that committed late are sealed all at once, as no later block may
     *     find them
     * @return empty if there is nothing to seal, or another replica is at it
     */
    static Optional<Sealed> next(Connection connection, int most) throws SQLException {
        try {
            var sealed = one(connection, LOCK, row -> row.getBoolean(1)) ? seal(connection, most) : null;
            connection.commit();
            return Optional.ofNullable(sealed);
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private static @Nullable Sealed seal(Connection connection, int most) throws SQLException {
        var last = last(connection);
        if (!one(connection, ANY, row -> row.getBoolean(1), last.horizon(), last.open())) {
            return null;
        }
        // In this order: whoever drew a position up to this one has an id already, so every later id is too late for
        // it.
        var drawn = one(
                connection, DRAWN, row -> new Drawn(row.getLong(1), Block.instant(row.getBytes(2)), row.getString(3)));
        long transaction = one(connection, TRANSACTION, row -> row.getLong(1));
        var rows = one(connection, ROWS, row -> rows(row, most), last.open(), last.horizon(), drawn.position(), most);
        if (rows.count() == 0) {
            return null;
        }
        long reached = rows.more() ? rows.lastFresh() : Math.max(last.horizon(), drawn.position());
        var stillOpen = one(
                connection,
                OPEN,
                row -> row.getString(1),
                last.open(),
                last.horizon() + 1,
                reached + 1,
                rows.positions(),
                drawn.origin(),
                rows.snapshot());
        var block = new Block(
                        last.number() + 1,
                        last.hash(),
                        RowHash.FORMAT,
                        rows.positions(),
                        rows.leaves(),
                        reached,
                        stillOpen,
                        transaction,
                        rows.snapshot(),
                        drawn.origin(),
                        last.rows() + rows.count(),
                        drawn.at(),
                        "")
                .hashed();
        insert(connection, block);
        return new Sealed(block, rows.more());
    }

    private static Last last(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LAST);
                var row = statement.executeQuery()) {
            return row.next()
                    ? new Last(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getLong(5))
                    : Last.NONE;
        }
    }

    private static Rows rows(ResultSet row, int most) throws SQLException {
        return new Rows(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4) == most,
                row.getLong(5),
                row.getString(6));
    }

    static void insert(Connection connection, Block block) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            bind(
                    statement,
                    block.number(),
                    block.previous(),
                    block.format(),
                    block.positions(),
                    block.leaves(),
                    block.horizon(),
                    block.open(),
                    String.valueOf(block.transaction()),
                    block.snapshot(),
                    block.origin(),
                    block.rows(),
                    block.sealedAt().atOffset(ZoneOffset.UTC),
                    block.hash());
            statement.executeUpdate();
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> T one(Connection connection, String sql, Reader<T> reader, Object... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var row = statement.executeQuery()) {
                row.next();
                return reader.read(row);
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
