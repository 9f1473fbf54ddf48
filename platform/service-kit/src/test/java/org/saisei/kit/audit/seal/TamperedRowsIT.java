package org.saisei.kit.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.saisei.kit.audit.verify.AuditVerifier;
import org.saisei.kit.audit.verify.Finding.RowChanged;
import org.saisei.kit.audit.verify.Finding.RowInserted;
import org.saisei.kit.audit.verify.Finding.RowMoved;
import org.saisei.kit.audit.verify.Finding.RowRemoved;

/** Each kind of tampering with rows by somebody whom no grant and no trigger stops. */
@ExtendWith(Trail.Provider.class)
class TamperedRowsIT {
    /** Positions 1 to 9 in blocks 1 to 3, and a gap at 10, whose transaction was rolled back long ago. */
    private static Trail withAGap(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks();
        try (var connection = trail.runtime()) {
            connection.setAutoCommit(false);
            Trail.write(connection, "never");
            connection.rollback();
        }
        trail.write(2);
        trail.seal();
        return trail;
    }

    @Test
    void nothingIsCalledProvenBesideARowThatWasChanged(Trail trail) throws SQLException {
        var told = trail.sealedInThreeBlocks().head();
        trail.tamper("UPDATE audit SET reason = 'another' WHERE position = 4");

        var report = trail.report(told);

        assertThat(report.confirmed()).contains(told);
        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("block 3 is the one that an exported head tells of"))
                .noneMatch(line -> line.contains("proven against"));
    }

    @Test
    void aChangeOfAnyColumnIsFound(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks();
        var columns = trail.texts("""
                SELECT column_name || ' = ' || CASE data_type
                       WHEN 'uuid' THEN 'gen_random_uuid()'
                       WHEN 'timestamp with time zone' THEN 'recorded_at - interval ''1 microsecond'''
                       WHEN 'xid8' THEN '''1'''
                       WHEN 'ARRAY' THEN column_name || ' || ''more''::text'
                       WHEN 'jsonb' THEN '''{"weightKg": 1.500}'''
                       WHEN 'text' THEN CASE column_name WHEN 'kind' THEN '''READ''' ELSE column_name || ' || '' ''' END END
                FROM information_schema.columns WHERE table_name = 'audit' AND column_name <> 'position'
                """);
        assertThat(columns).hasSizeGreaterThan(15).doesNotContainNull();

        var softly = new SoftAssertions();
        for (var column : columns) {
            try (var connection = trail.server().superuser(trail.database());
                    var statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
                var untouched = trail.texts("SELECT to_jsonb(audit)::text FROM audit WHERE position = 5");
                statement.execute("CREATE TABLE kept AS SELECT * FROM audit WHERE position = 5");
                statement.execute("UPDATE audit SET " + column + " WHERE position = 5");
                softly.assertThat(trail.findings())
                        .as(column)
                        .singleElement()
                        .isInstanceOfSatisfying(RowChanged.class, changed -> {
                            assertThat(changed.position()).isEqualTo(5);
                            assertThat(changed.block()).isEqualTo(2);
                        });
                statement.execute("DELETE FROM audit WHERE position = 5");
                statement.execute("INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT * FROM kept");
                statement.execute("DROP TABLE kept");
                assertThat(trail.texts("SELECT to_jsonb(audit)::text FROM audit WHERE position = 5"))
                        .isEqualTo(untouched);
            }
        }
        softly.assertThat(trail.findings()).isEmpty();
        softly.assertAll();
    }

    @Test
    void aRemovedRowIsFound(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks().tamper("DELETE FROM audit WHERE position IN (3, 8)");

        assertThat(trail.findings()).containsExactly(new RowRemoved(3, 1), new RowRemoved(8, 3));
    }

    @Test
    void aRowPutIntoAGapWithTodaysTransactionIsFoundBeforeItIsSealed(Trail trail) throws SQLException {
        withAGap(trail).tamper(insertAt(10, "pg_current_xact_id()"));

        assertThat(trail.findings()).containsExactly(new RowInserted(10, id(trail, 10)));
    }

    @Test
    void aRowPutIntoAGapIsFoundAlsoOnceItIsSealed(Trail trail) throws SQLException {
        withAGap(trail).tamper(insertAt(10, "pg_current_xact_id()"));
        trail.write(1);
        trail.seal();

        assertThat(trail.findings()).containsExactly(new RowInserted(10, id(trail, 10)));
    }

    @Test
    void aRowPutIntoAGapWithAnEarlierTransactionOfItsNeighbourIsFound(Trail trail) throws SQLException {
        withAGap(trail).tamper(insertAt(10, "(SELECT transaction_id FROM audit WHERE position = 9)"));

        assertThat(trail.findings()).containsExactly(new RowInserted(10, id(trail, 10)));
    }

    @Test
    void aRowPutIntoAGapWithTheTransactionThatDrewItIsFound(Trail trail) throws SQLException {
        withAGap(trail)
                .tamper(insertAt(
                        10, "((SELECT transaction_id FROM audit WHERE position = 11)::text::int8 - 1)::text::xid8"));

        assertThat(trail.findings()).containsExactly(new RowInserted(10, id(trail, 10)));
    }

    @Test
    void aRowPutIntoAGapWithNoTransactionIsFound(Trail trail) throws SQLException {
        withAGap(trail).tamper(insertAt(10, "NULL"));

        assertThat(trail.findings()).containsExactly(new RowInserted(10, id(trail, 10)));
    }

    @Test
    void aRowPutBeforeTheFirstIsFound(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks().tamper(insertAt(-5, "pg_current_xact_id()"));

        assertThat(trail.findings()).containsExactly(new RowInserted(-5, id(trail, -5)));
    }

    @Test
    void rowsThatChangedPlacesAreFound(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks();
        var second = id(trail, 2);
        var eighth = id(trail, 8);

        trail.tamper(
                "ALTER TABLE audit ALTER COLUMN position DROP IDENTITY",
                "UPDATE audit SET position = -2 WHERE position = 2",
                "UPDATE audit SET position = 2 WHERE position = 8",
                "UPDATE audit SET position = 8 WHERE position = -2");

        assertThat(trail.findings()).containsExactly(new RowMoved(8, 2, eighth), new RowMoved(2, 8, second));
    }

    @Test
    void aRowMovedIntoAGapIsFound(Trail trail) throws SQLException {
        withAGap(trail);
        var second = id(trail, 2);

        trail.tamper(
                "ALTER TABLE audit ALTER COLUMN position DROP IDENTITY",
                "UPDATE audit SET position = 10 WHERE position = 2");

        assertThat(trail.findings()).containsExactly(new RowMoved(2, 10, second));
    }

    @Test
    void ofRowsAfterTheLastSealNothingIsClaimed(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks().write(2);

        trail.tamper("UPDATE audit SET actor = 'somebody else' WHERE position = 10");

        var report = trail.report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.unsealed()).isEqualTo(2);
        assertThat(report.sealed()).isEqualTo(9);
        assertThat(report.lines()).last().asString().startsWith("2 rows are not sealed yet, since 20");
    }

    @Test
    void ofATrailThatWasRewrittenAltogetherTheFirstThousandsAreNamed(Trail trail) throws SQLException {
        trail.tamper("""
                INSERT INTO audit (id, kind, actor, client, roles, action, resource, resource_ids)
                SELECT gen_random_uuid(), 'READ', 'a', 'b', '{}', 'c', 'd', '{}' FROM generate_series(1, 6000)
                """);
        trail.seal(10_000);

        trail.tamper("UPDATE audit SET actor = 'z'");

        var report = trail.report();
        assertThat(report.findings()).hasSize(5_000);
        assertThat(report.left()).isEqualTo(1_000);
    }

    @Test
    void theSuperuserHimselfIsVerifiedWithTheSameResult(Trail trail) throws SQLException {
        trail.sealedInThreeBlocks().tamper("DELETE FROM audit WHERE position = 3");

        try (var connection = trail.server().superuser(trail.database())) {
            assertThat(AuditVerifier.verify(connection, List.of()).findings()).containsExactly(new RowRemoved(3, 1));
        }
    }

    private static UUID id(Trail trail, long position) throws SQLException {
        return UUID.fromString(
                trail.texts("SELECT id FROM audit WHERE position = " + position).getFirst());
    }

    private static String insertAt(long position, String transaction) {
        return "INSERT INTO audit (position, id, kind, actor, client, roles, action, resource, resource_ids, transaction_id)"
                + " OVERRIDING SYSTEM VALUE VALUES (" + position
                + ", gen_random_uuid(), 'READ', 'a', 'b', '{}', 'c', 'd', '{}', " + transaction + ")";
    }
}
