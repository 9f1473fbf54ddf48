package org.saisei.kit.audit.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run over a trail: the blocks in their order and the rows of each, then what no block seals. */
final class Verification {
    private static final int BLOCKS_AT_A_TIME = 8;
    private static final int ROWS_AT_A_TIME = 2_000;
    private static final int GAPS_AT_A_TIME = 1_000;

    private static final String BLOCKS =
            "SELECT " + Block.COLUMNS + " FROM public.audit_seal ORDER BY audit_seal.number";

    private static final String ROWS = """
            SELECT a.position, a.id, encode(%s, 'hex'), a.transaction_id::text::int8
            FROM unnest(?::int8multirange) AS span CROSS JOIN LATERAL
                 (SELECT * FROM public.audit WHERE position >= lower(span) AND position < upper(span)
                  ORDER BY position) AS a
            ORDER BY a.position
            """;

    private static final String TAIL = """
            SELECT count(*), min(recorded_at)::text, current_database() FROM public.audit WHERE position > ?
            """;

    /** Those of the trail and of earlier states must be there; of the service's own tables, those that are there be on. */
    private static final String UNGUARDED = """
            SELECT guarded, 'refuse_change' FROM unnest(ARRAY['audit', 'audit_seal', 'row_history']) AS guarded
            WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass('public.' || guarded)
                              AND tgname = 'refuse_change')
            UNION ALL
            SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
            WHERE tgname IN ('refuse_change', 'record_history') AND tgenabled NOT IN ('O', 'A')
            ORDER BY 1, 2
            """;

    private final Connection connection;
    private final HeadsTold heads;
    private final Findings findings = new Findings();
    private final Horizons horizons = new Horizons();
    private final Ranges covered = new Ranges();
    /** Sealed by blocks that are gone. */
    private final Ranges lost = new Ranges();

    private final List<Missing> missing = new ArrayList<>();
    private @Nullable Block last;
    private long blocks;
    private long sealedRows;

    /** Blocks that are gone, and the positions that only they can have sealed. */
    private record Missing(long first, long last, Ranges.Range positions) {}

    Verification(Connection connection, List<Head> heads) {
        this.connection = connection;
        this.heads = new HeadsTold(heads);
    }

    Report run() throws SQLException {
        try (var statement = streaming(BLOCKS, BLOCKS_AT_A_TIME);
                var row = statement.executeQuery()) {
            while (row.next()) {
                check(Block.read(row));
            }
        }
        long late = checkUnsealed();
        heads.atTheEnd(last).forEach(findings::add);
        checkGuards();
        return report(late);
    }

    private void check(Block block) throws SQLException {
        blocks++;
        chain(block);
        if (!block.computedHash().equals(block.hash())) {
            findings.add(new Finding.BlockChanged(block.number()));
        }
        heads.compare(block).ifPresent(findings::add);
        if (!RowHash.isKnown(block.format())) {
            findings.add(new Finding.FormatUnknown(block.number(), block.format()));
        }
        var positions = Ranges.parse(block.positions());
        if (positions.isEmpty()
                || positions.get().size() * Block.DIGITS != block.leaves().length()) {
            findings.add(new Finding.BlockChanged(block.number()));
        } else {
            cover(block, positions.get());
            if (RowHash.isKnown(block.format())) {
                rows(block, positions.get());
            }
        }
        horizons.take(block);
        last = block;
    }

    private void chain(Block block) {
        long expected = last == null ? 1 : last.number() + 1;
        if (block.number() != expected) {
            var between = new Ranges.Range(horizons.last() + 1, block.horizon() + 1);
            missing.add(new Missing(expected, block.number() - 1, between));
            if (between.size() > 0) {
                lost.add(between);
            }
        } else if (!block.previous().equals(last == null ? Block.BEFORE_FIRST : last.hash())) {
            findings.add(new Finding.ChainBroken(block.number()));
        }
        if (last != null && !last.place().equals(block.place())) {
            findings.add(new Finding.OriginChanged(block.number(), last.origin(), block.origin()));
        }
    }

    private void cover(Block block, Ranges positions) {
        for (var range : positions.all()) {
            if (covered.overlaps(range)) {
                findings.add(new Finding.SealedTwice(range.from(), block.number()));
            }
            covered.add(range);
        }
        sealedRows += positions.size();
    }

    private void rows(Block block, Ranges positions) throws SQLException {
        var sealed = new Leaves(block, positions);
        try (var statement = streaming(ROWS.formatted(RowHash.sql(block.format())), ROWS_AT_A_TIME)) {
            statement.setString(1, block.positions());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var there = row(row);
                    sealed.missingBefore(there.position());
                    var leaf = sealed.next();
                    if (!there.leaf().equals(leaf)) {
                        findings.misfit(there.position(), block.number(), leaf, Optional.of(there));
                    } else if (!horizons.admit(there.position(), transaction(row))
                            && !lost.contains(there.position())) {
                        findings.stray(there);
                    }
                }
            }
        }
        sealed.missingBefore(Long.MAX_VALUE);
    }

    /** Walks along the sealed positions of a block and their hashes. */
    private final class Leaves {
        private final Block block;
        private final Iterator<Long> positions;
        private int at;
        private @Nullable Long position;

        Leaves(Block block, Ranges positions) {
            this.block = block;
            this.positions = positions.all().stream()
                    .flatMapToLong(range -> java.util.stream.LongStream.range(range.from(), range.to()))
                    .iterator();
            forward();
        }

        private void forward() {
            position = positions.hasNext() ? positions.next() : null;
        }

        String next() {
            var leaf = block.leaves().substring(at, at + Block.DIGITS);
            at += Block.DIGITS;
            forward();
            return leaf;
        }

        void missingBefore(long there) {
            for (var gone = position; gone != null && gone < there; gone = position) {
                findings.misfit(gone, block.number(), next(), Optional.empty());
            }
        }
    }

    /** @return rows up to the last horizon that no block seals, and that may be there */
    private long checkUnsealed() throws SQLException {
        long unsealed = 0;
        var unproven = new ArrayList<Long>();
        var gaps = covered.gaps(Long.MIN_VALUE + 1, horizons.last());
        for (int i = 0; i < gaps.size(); i += GAPS_AT_A_TIME) {
            var some = gaps.subList(i, Math.min(gaps.size(), i + GAPS_AT_A_TIME));
            try (var statement = streaming(ROWS.formatted(RowHash.sql(RowHash.FORMAT)), ROWS_AT_A_TIME)) {
                statement.setString(1, Ranges.written(some));
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        var there = row(row);
                        if (lost.contains(there.position())) {
                            unproven.add(there.position());
                        } else if (horizons.admit(there.position(), transaction(row))) {
                            unsealed++;
                        } else {
                            findings.stray(there);
                        }
                    }
                }
            }
        }
        for (var gone : missing) {
            long rows = unproven.stream()
                    .filter(position -> position >= gone.positions().from()
                            && position < gone.positions().to())
                    .count();
            findings.add(new Finding.BlocksRemoved(gone.first(), gone.last(), rows));
        }
        return unsealed;
    }

    private void checkGuards() throws SQLException {
        try (var statement = connection.prepareStatement(UNGUARDED);
                var row = statement.executeQuery()) {
            while (row.next()) {
                var table = row.getString(1);
                findings.add(
                        row.getString(2).equals("record_history")
                                ? new Finding.HistoryOff(table)
                                : new Finding.GuardOff(table));
            }
        }
    }

    private Report report(long late) throws SQLException {
        try (var statement = connection.prepareStatement(TAIL)) {
            statement.setLong(1, horizons.last());
            try (var row = statement.executeQuery()) {
                row.next();
                if (blocks == 0 && row.getLong(1) > 0) {
                    findings.add(new Finding.NothingSealed());
                }
                return new Report(
                        row.getString(3),
                        blocks,
                        sealedRows,
                        Optional.ofNullable(last),
                        late + row.getLong(1),
                        Optional.ofNullable(row.getString(2)),
                        heads.confirmed(),
                        findings.all(),
                        findings.left());
            }
        }
    }

    private static Findings.Row row(ResultSet row) throws SQLException {
        return new Findings.Row(row.getLong(1), row.getObject(2, UUID.class), row.getString(3));
    }

    private static @Nullable Long transaction(ResultSet row) throws SQLException {
        long transaction = row.getLong(4);
        return row.wasNull() ? null : transaction;
    }

    private PreparedStatement streaming(String sql, int rows) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setFetchSize(rows);
        return statement;
    }
}
