package org.saisei.kit.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.audit.verify.Block;
import org.saisei.kit.audit.verify.Finding;

/** What the sealer does with whatever writers do, none of which may look like tampering. */
@ExtendWith(Trail.Provider.class)
class SealingIT {
    private static final String NOT_GRANTED = "42501";
    private static final String REFUSED_BY_TRIGGER = "23001";

    @Test
    void blocksStandOnEachOtherAndSealEveryRowOnce(Trail trail) throws SQLException {
        trail.write(2);
        var first = trail.seal().orElseThrow();
        trail.write(3);
        var second = trail.seal().orElseThrow();

        assertThat(first.previous()).isEqualTo(Block.BEFORE_FIRST);
        assertThat(first.positions()).isEqualTo("{[1,3)}");
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.positions()).isEqualTo("{[3,6)}");
        assertThat(second.rows()).isEqualTo(5);
        assertThat(trail.report().verdict()).isEqualTo(Finding.Weight.NOTE);
    }

    @Test
    void whereNothingIsNewNoTransactionIsSpent(Trail trail) throws SQLException {
        trail.write(1);
        trail.seal();
        var before = trail.texts("SELECT pg_snapshot_xmax(pg_current_snapshot())");

        assertThat(trail.seal()).isEmpty();
        assertThat(trail.texts("SELECT pg_snapshot_xmax(pg_current_snapshot())"))
                .isEqualTo(before);
    }

    @Test
    void oneSealsAtATimeAndTheOthersDoNotWait(Trail trail) throws SQLException {
        trail.write(1);
        try (var other = trail.connect(trail.roles().sealer());
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_try_advisory_xact_lock(hashtextextended('audit seal', 0))");

            assertThat(trail.seal()).isEmpty();
        }
        assertThat(trail.seal()).isPresent();
    }

    @Test
    void aLongTransactionHoldsUpNobodyElsesRowsAndIsSealedWhenItCommits(Trail trail) throws SQLException {
        try (var slow = trail.runtime()) {
            slow.setAutoCommit(false);
            Trail.write(slow, "slow");
            trail.write(2);
            assertThat(trail.seal().orElseThrow().positions()).isEqualTo("{[2,4)}");
            trail.write(2);
            assertThat(trail.seal().orElseThrow().positions()).isEqualTo("{[4,6)}");
            slow.commit();
        }

        assertThat(trail.report().unsealed()).isEqualTo(1);
        assertThat(trail.report().findings()).isEmpty();
        assertThat(trail.seal().orElseThrow().positions()).isEqualTo("{[1,2)}");
        assertThat(trail.findings()).isEmpty();
    }

    /**
     * Between drawing its position and writing its row, a first statement waits; its transaction has its id all the same. The
     * very first position of a sequence would give it one by itself.
     */
    @Test
    void aRowThatWasDrawnBeforeAnythingWasWrittenIsNoForgery(Trail trail) throws Exception {
        trail.write(1);
        trail.seal();
        try (var gate = trail.runtime();
                var slow = trail.runtime();
                var writer = Executors.newSingleThreadExecutor();
                var statement = gate.createStatement();
                var settings = slow.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(77)");
            settings.execute("SET lock_timeout = 0");
            Future<Integer> written = writer.submit(() -> settings.executeUpdate("""
                    INSERT INTO audit (id, kind, actor, client, roles, action, resource, resource_ids)
                    VALUES (gen_random_uuid(), 'READ', (SELECT 'slow' FROM pg_advisory_xact_lock(77)), 'c', '{}', 'x', 'y', '{}')
                    """));
            await().until(() -> !trail.texts("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                    .isEmpty());
            trail.write(2);
            assertThat(trail.seal().orElseThrow().open()).isEqualTo("{[2,3)}");
            statement.execute("SELECT pg_advisory_unlock(77)");
            written.get();
        }

        assertThat(trail.findings()).isEmpty();
        assertThat(trail.seal().orElseThrow().positions()).isEqualTo("{[2,3)}");
        assertThat(trail.findings()).isEmpty();
    }

    @Test
    void whatWasRolledBackIsWaitedForNoLongerThanTransactionsOfItsTimeRun(Trail trail) throws SQLException {
        try (var lost = trail.runtime()) {
            lost.setAutoCommit(false);
            Trail.write(lost, "lost");
            trail.write(1);
            assertThat(trail.seal().orElseThrow().open()).isEqualTo("{[1,2)}");
            lost.rollback();
        }
        trail.write(1);

        assertThat(trail.seal().orElseThrow().open()).isEqualTo("{}");
        assertThat(trail.findings()).isEmpty();
    }

    @Test
    void moreThanABlockHoldsIsSealedInSeveral(Trail trail) throws SQLException {
        try (var slow = trail.runtime()) {
            slow.setAutoCommit(false);
            for (int i = 0; i < 5; i++) {
                Trail.write(slow, "slow");
            }
            trail.write(5);
            trail.seal();
            slow.commit();
        }
        trail.write(5);

        var first = trail.seal(2).orElseThrow();
        assertThat(first.block().positions()).isEqualTo("{[1,6),[11,13)}");
        assertThat(first.more()).isTrue();
        assertThat(trail.findings()).isEmpty();
        trail.seal(2);
        assertThat(trail.findings()).isEmpty();
        assertThat(trail.seal(2).orElseThrow().more()).isFalse();
        assertThat(trail.report().sealed()).isEqualTo(15);
        assertThat(trail.findings()).isEmpty();
    }

    /** As they were before the trail had transactions. */
    @Test
    void rowsWithoutATransactionAreSealed(Trail trail) throws SQLException {
        trail.written(5).tamper("UPDATE audit SET transaction_id = NULL");

        trail.seal(2);
        trail.seal(2);
        trail.seal(2);

        assertThat(trail.report().sealed()).isEqualTo(5);
        assertThat(trail.findings()).isEmpty();
    }

    @Test
    void writersWhoCommitLateOrNeverLeaveNothingToFind(Trail trail) throws Exception {
        var written = new AtomicLong();
        // one for certain, whatever the others come to
        try (var late = trail.runtime();
                var early = trail.runtime()) {
            late.setAutoCommit(false);
            Trail.write(late, "late");
            Trail.write(early, "early");
            trail.seal(4_000);
            late.commit();
            written.addAndGet(2);
        }
        try (var writers = Executors.newFixedThreadPool(8)) {
            Callable<Void> writer = () -> {
                var random = new Random(Thread.currentThread().threadId());
                try (var connection = trail.runtime()) {
                    connection.setAutoCommit(false);
                    for (int i = 0; i < 60; i++) {
                        int rows = 1 + random.nextInt(3);
                        for (int row = 0; row < rows; row++) {
                            Trail.write(connection, "row");
                        }
                        if (random.nextInt(5) == 0) {
                            connection.rollback();
                        } else {
                            connection.commit();
                            written.addAndGet(rows);
                        }
                    }
                }
                return null;
            };
            var all =
                    IntStream.range(0, 8).mapToObj(i -> writers.submit(writer)).toList();
            for (int i = 0; !all.stream().allMatch(Future::isDone); i++) {
                trail.seal(i % 2 == 0 ? 7 : 4_000);
            }
            for (var one : all) {
                one.get();
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> trail.seal(7).isEmpty());

        var report = trail.report(trail.head());
        assertThat(report.findings()).isEmpty();
        assertThat(report.sealed()).isEqualTo(written.get());
        assertThat(report.unsealed()).isZero();
        assertThat(trail.texts("SELECT 1 FROM audit_seal s JOIN audit_seal earlier ON earlier.number < s.number"
                        + " AND lower(s.positions) < earlier.horizon LIMIT 1"))
                .as("a block with a row that committed late")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO audit_seal SELECT * FROM audit_seal",
                "UPDATE audit_seal SET rows = 1",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal",
                "ALTER TABLE audit_seal DISABLE TRIGGER ALL"
            })
    void theRuntimeRoleMayNotSeal(String statement, Trail trail) throws SQLException {
        assertRefused(trail.runtime(), statement, NOT_GRANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO audit (id) SELECT id FROM audit",
                "UPDATE audit SET actor = 'z'",
                "DELETE FROM audit",
                "UPDATE audit_seal SET rows = 1",
                "DELETE FROM audit_seal",
                "SELECT nextval('audit_position_seq')",
                "SELECT * FROM outbox"
            })
    void theSealerMayDoNothingElse(String statement, Trail trail) throws SQLException {
        assertRefused(trail.connect(trail.roles().sealer()), statement, NOT_GRANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET actor = 'z'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "UPDATE audit_seal SET rows = 1",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal"
            })
    void evenTheOwnerIsRefused(String statement, Trail trail) throws SQLException {
        assertRefused(trail.connect(trail.roles().owner()), statement, REFUSED_BY_TRIGGER);
    }

    private static void assertRefused(Connection connection, String statement, String state) throws SQLException {
        try (connection;
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(state));
        }
    }
}
