package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.saisei.kit.database.Sql;
import org.saisei.kit.database.SqlFailure;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/** On a table of the mechanism, with rows that mean nothing to it. */
@QuarkusTest
@WithRealParts
class StatementsThatWaitIT {
    private static final String INSERT = "INSERT INTO outbox_replica (id, expires_at) VALUES (?, '-infinity')";
    private static final String SELECT = "SELECT id FROM outbox_replica WHERE id = ?";
    private static final String HOLD = "SELECT pg_advisory_xact_lock(hashtext('statements that wait'), hashtext(?))";

    @Inject
    Sql sql;

    private final String id = "T-" + UUID.randomUUID();

    @Test
    void whatWaitsRunsAheadOfTheNextStatementAndInOrder() {
        var seen = QuarkusTransaction.requiringNew().call(() -> {
            sql.later(INSERT, id);
            var before = sql.soon(SELECT, row -> row.getString(1), id);
            sql.later("UPDATE outbox_replica SET id = ? WHERE id = ?", id + "-moved", id);
            return List.of(sql.list(SELECT, row -> row.getString(1), id + "-moved"), before.get());
        });

        assertThat(seen).containsExactly(List.of(id + "-moved"), List.of(id));
    }

    @Test
    void aRowAskedForSendsWhatWaits() {
        var seen = QuarkusTransaction.requiringNew().call(() -> {
            sql.later(INSERT, id);
            return sql.soon(SELECT, row -> row.getString(1), id).get();
        });

        assertThat(seen).containsExactly(id);
    }

    @Test
    void theNumberOfRowsIsThatOfTheLastStatement() {
        int changed = QuarkusTransaction.requiringNew().call(() -> {
            sql.later(INSERT, id);
            sql.later(INSERT, id + "-2");
            return sql.update("UPDATE outbox_replica SET expires_at = '-infinity' WHERE id LIKE ? || '%'", id);
        });

        assertThat(changed).isEqualTo(2);
    }

    @Test
    void whatStillWaitsIsCommitted() {
        QuarkusTransaction.requiringNew().run(() -> sql.later(INSERT, id));

        assertThat(stored()).isTrue();
    }

    @Test
    void whatWaitsGoesWithARolledBackTransaction() {
        QuarkusTransaction.begin();
        sql.later(INSERT, id);
        QuarkusTransaction.rollback();

        assertThat(stored()).isFalse();
    }

    @Test
    void aFailureAtTheCommitRollsBackAndTellsWhatItMeans() {
        QuarkusTransaction.requiringNew().run(() -> sql.later(INSERT, id));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    sql.later(INSERT, id + "-other");
                    sql.later(INSERT, id);
                }))
                .satisfies(failure -> assertThat(SqlFailure.of(failure)).isEqualTo(SqlFailure.CONFLICT));
        assertThat(Database.rows(SELECT, id + "-other")).isEmpty();
    }

    @Test
    void aFlushFailsWithWhatWaited() {
        QuarkusTransaction.requiringNew().run(() -> sql.later(INSERT, id));

        QuarkusTransaction.begin();
        sql.later(INSERT, id);

        assertThatThrownBy(sql::flush).isInstanceOf(Sql.SqlException.class);
        QuarkusTransaction.rollback();
    }

    @Test
    void aFailureAheadOfItLeavesARowUnknown() {
        QuarkusTransaction.requiringNew().run(() -> sql.later(INSERT, id));

        QuarkusTransaction.begin();
        sql.later(INSERT, id);
        var rows = sql.soon(SELECT, row -> row.getString(1), id);

        assertThatThrownBy(rows::get).isInstanceOf(Sql.SqlException.class);
        assertThatThrownBy(rows::get).isInstanceOf(IllegalStateException.class);
        QuarkusTransaction.rollback();
    }

    @Test
    void withoutATransactionNothingCanWait() {
        assertThatThrownBy(() -> sql.later(INSERT, id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aQueryBehindALockSeesWhatTheLocksFormerHolderCommitted() throws SQLException {
        try (var holder = Database.superuser()) {
            holder.setAutoCommit(false);
            run(holder, HOLD);
            var begun = new CountDownLatch(1);
            var seen = CompletableFuture.supplyAsync(() -> QuarkusTransaction.requiringNew()
                    .call(() -> {
                        sql.list("SELECT 1", row -> row.getInt(1));
                        sql.later(HOLD, id);
                        begun.countDown();
                        return sql.list(SELECT, row -> row.getString(1), id);
                    }));
            begun.await();
            awaitWaiting();
            run(holder, INSERT);
            holder.commit();

            assertThat(seen.join()).containsExactly(id);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void run(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, id);
            prepared.execute();
        }
    }

    private static void awaitWaiting() {
        await().until(() -> !Database.rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                .isEmpty());
    }

    private boolean stored() {
        return !Database.rows(SELECT, id).isEmpty();
    }
}
