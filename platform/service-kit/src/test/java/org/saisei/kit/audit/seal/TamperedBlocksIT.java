package org.saisei.kit.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saisei.kit.audit.verify.Block;
import org.saisei.kit.audit.verify.Finding.BehindHead;
import org.saisei.kit.audit.verify.Finding.BlockChanged;
import org.saisei.kit.audit.verify.Finding.BlocksRemoved;
import org.saisei.kit.audit.verify.Finding.ChainBroken;
import org.saisei.kit.audit.verify.Finding.ChainRewritten;
import org.saisei.kit.audit.verify.Finding.GuardOff;
import org.saisei.kit.audit.verify.Finding.HistoryOff;
import org.saisei.kit.audit.verify.Finding.RowChanged;
import org.saisei.kit.audit.verify.Finding.SealedTwice;
import org.saisei.kit.audit.verify.Finding.Weight;
import org.saisei.kit.audit.verify.RowHash;

/** Each kind of tampering with seals by somebody whom no grant and no trigger stops. */
@ExtendWith(Trail.Provider.class)
class TamperedBlocksIT {
    @Test
    void aRemovedBlockIsFound(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks().tamper("DELETE FROM audit_seal WHERE number = 2");

        assertThat(trail.findings()).containsExactly(new BlocksRemoved(2, 2, 3));
    }

    @Test
    void theRemovedFirstBlockIsFound(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks().tamper("DELETE FROM audit_seal WHERE number = 1");

        assertThat(trail.findings()).containsExactly(new BlocksRemoved(1, 1, 3));
    }

    @Test
    void aChangeOfAnyColumnOfABlockIsFound(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks();
        var columns = trail.texts("""
                SELECT column_name || ' = ' || CASE data_type
                       WHEN 'bytea' THEN 'sha256(' || column_name || ')'
                       WHEN 'timestamp with time zone' THEN column_name || ' + interval ''1 microsecond'''
                       WHEN 'xid8' THEN '''1'''
                       WHEN 'pg_snapshot' THEN '''1:1:'''
                       WHEN 'int8multirange' THEN '''{[4,6),[8,9)}'''
                       WHEN 'text' THEN '''1/00000001/2/3/4'''
                       ELSE column_name || ' + 5' END
                FROM information_schema.columns WHERE table_name = 'audit_seal'
                """);
        assertThat(columns).hasSize(13).doesNotContainNull();

        var softly = new SoftAssertions();
        for (var column : columns) {
            trail.tamper(
                    "CREATE TABLE kept AS SELECT * FROM audit_seal WHERE number = 2",
                    "UPDATE audit_seal SET " + column + " WHERE number = 2");
            softly.assertThat(trail.report().verdict()).as(column).isEqualTo(Weight.TAMPERED);
            trail.tamper(
                    "DELETE FROM audit_seal WHERE number IN (2, 7)",
                    "INSERT INTO audit_seal SELECT * FROM kept",
                    "DROP TABLE kept");
        }
        softly.assertThat(trail.findings()).isEmpty();
        softly.assertAll();
    }

    @Test
    void aBlockThatWasReplacedByAnotherWithARightHashIsFound(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks();
        var kept = trail.texts("SELECT encode(hash, 'hex') FROM audit_seal WHERE number = 3")
                .getFirst();

        trail.tamper(
                "UPDATE audit SET reason = 'because' WHERE position = 5", "DELETE FROM audit_seal WHERE number > 1");
        trail.seal();
        trail.tamper(
                "INSERT INTO audit_seal SELECT 3, sha256('x'), format, positions, leaves, horizon, open, transaction_id,"
                        + " snapshot, origin, rows, sealed_at, decode('" + kept
                        + "', 'hex') FROM audit_seal WHERE number = 2");

        assertThat(trail.findings()).contains(new ChainBroken(3), new BlockChanged(3));
    }

    @Test
    void aPositionThatIsSealedAnewWithAnotherRowIsFound(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks();
        var id = id(trail, 5);

        trail.tamper(
                "UPDATE audit SET reason = 'because' WHERE position = 5",
                "CREATE TABLE kept AS TABLE audit_seal",
                "UPDATE audit_seal SET horizon = 3, open = '{}' WHERE number = 3");
        trail.seal();
        trail.tamper(
                "UPDATE audit_seal s SET horizon = kept.horizon, open = kept.open FROM kept WHERE s.number = kept.number");

        assertThat(trail.findings()).contains(new RowChanged(5, id, 2), new SealedTwice(4, 4));
    }

    @Test
    void aChainRewrittenAsAWholeIsFoundOnlyAgainstAnExportedHead(Trail trail) throws SQLException {
        var told = trail.sealedInThreeBlocks().head();

        trail.tamper("UPDATE audit SET reason = 'because' WHERE position = 5");
        sealAnew(trail);

        assertThat(trail.findings()).isEmpty();
        assertThat(trail.report().lines()).anyMatch(line -> line.startsWith("not compared with an exported head"));
        assertThat(trail.findings(told)).containsExactly(new ChainRewritten(told));
    }

    @Test
    void aRemovedTailIsSeenOnlyAgainstAnExportedHead(Trail trail) throws SQLException {
        var told = trail.sealedInThreeBlocks().head();

        trail.tamper("DELETE FROM audit WHERE position > 6", "DELETE FROM audit_seal WHERE number = 3");

        assertThat(trail.findings()).isEmpty();
        assertThat(trail.findings(told)).containsExactly(new BehindHead(told, 2));
        assertThat(trail.report(told).verdict()).isEqualTo(Weight.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "audit, ALTER TABLE audit DISABLE TRIGGER refuse_change",
        "audit_seal, DROP TRIGGER refuse_change ON audit_seal",
        "row_history, DROP TRIGGER refuse_change ON row_history",
        "inbox, ALTER TABLE inbox DISABLE TRIGGER ALL",
        "outbox, ALTER TABLE outbox ENABLE REPLICA TRIGGER refuse_change"
    })
    void aTriggerThatRefusesChangesAndIsSwitchedOffIsNamed(String table, String change, Trail trail)
            throws SQLException {
        trail.sealedInThreeBlocks().tamper(change);

        assertThat(trail.findings()).containsExactly(new GuardOff(table));
    }

    @Test
    void aTriggerThatKeepsEarlierStatesAndIsSwitchedOffIsNamed(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks()
                .tamper(
                        "CREATE TABLE fact (id int PRIMARY KEY, said text)",
                        "GRANT UPDATE (said) ON fact TO "
                                + trail.roles().runtime().user(),
                        "CALL keep_history('fact')",
                        "ALTER TABLE fact DISABLE TRIGGER record_history");

        assertThat(trail.findings()).containsExactly(new HistoryOff("fact"));
    }

    /** Puts blocks in the place of all blocks, right in themselves, with the rows as they are and everything else as it was. */
    private static void sealAnew(Trail trail) throws SQLException {
        try (var connection = trail.server().superuser(trail.database());
                var statement = connection.createStatement()) {
            var blocks = new ArrayList<Block>();
            try (var row = statement.executeQuery("SELECT " + Block.COLUMNS + " FROM audit_seal ORDER BY number")) {
                while (row.next()) {
                    blocks.add(Block.read(row));
                }
            }
            statement.execute("SET session_replication_role = replica");
            statement.execute("TRUNCATE audit_seal");
            var previous = Block.BEFORE_FIRST;
            for (var old : blocks) {
                var leaves = trail.texts("SELECT encode(string_agg(" + RowHash.sql(old.format())
                                + ", '' ORDER BY position), 'hex') FROM audit a WHERE position <@ '" + old.positions()
                                + "'::int8multirange")
                        .getFirst();
                var block = new Block(
                                old.number(),
                                previous,
                                old.format(),
                                old.positions(),
                                leaves,
                                old.horizon(),
                                old.open(),
                                old.transaction(),
                                old.snapshot(),
                                old.origin(),
                                old.rows(),
                                old.sealedAt(),
                                "")
                        .hashed();
                Sealing.insert(connection, block);
                previous = block.hash();
            }
        }
    }

    private static UUID id(Trail trail, long position) throws SQLException {
        return UUID.fromString(
                trail.texts("SELECT id FROM audit WHERE position = " + position).getFirst());
    }
}
