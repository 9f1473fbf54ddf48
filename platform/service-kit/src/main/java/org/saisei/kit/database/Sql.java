package org.saisei.kit.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Statement.Outcome;

/**
 * Plain SQL on the service's runtime connection: inside the running transaction where there is one, else each statement
 * by itself.
 *
 * <p>A way to the database and back costs more than most statements. {@link #later} and {@link #soon} therefore only note
 * theirs down; the transaction's next statement that is waited for takes them along, in order and ahead of itself, in one
 * go. Each still sees what was committed when its own turn came. If one fails, so does the call that took it along.
 */
@ApplicationScoped
public class Sql {
    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;

    Sql(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A failed statement; {@link SqlFailure} tells what it means. The message has no parameter values. */
    public static final class SqlException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SqlException(SQLException cause) {
            super("SQL state " + cause.getSQLState(), cause);
        }
    }

    /** @return the number of rows changed */
    public int update(String sql, @Nullable Object... parameters) {
        return now(statements -> statements.update(sql, parameters));
    }

    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return now(statements -> statements.query(sql, reader, parameters));
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /**
     * A statement that nobody has to wait for, sent at the latest before the commit. Only in a transaction; not for one
     * whose failure is handled.
     */
    public void later(String sql, @Nullable Object... parameters) {
        waiting().add(sql, parameters);
    }

    /** A query whose rows are asked for by and by, which sends it if it still waits. Only in a transaction. */
    public <T> Supplier<List<T>> soon(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        var waiting = waiting();
        var rows = waiting.query(sql, reader, parameters);
        return () -> {
            if (!rows.isKnown()) {
                send(waiting);
            }
            return rows.get();
        };
    }

    /** Does the work once the running transaction is committed, and not if it is rolled back. Only in a transaction. */
    public void afterCommit(Runnable work) {
        var member = Member.running();
        if (member != null) {
            member.afterCommit(work);
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // too early
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    work.run();
                }
            }
        });
    }

    /** Sends what waits, if anything does, so that its failure shows here and not at the commit. */
    public void flush() {
        if (inTransaction() && transactions.getResource(Statements.class) instanceof Statements waiting) {
            waiting.send(dataSource);
        }
    }

    @FunctionalInterface
    private interface Addition<T> {
        Outcome<T> to(Statements statements);
    }

    private <T> T now(Addition<T> last) {
        var statements = inTransaction() ? waiting() : new Statements();
        var outcome = last.to(statements);
        send(statements);
        return outcome.get();
    }

    private void send(Statements statements) {
        var member = Member.running();
        if (member == null) {
            statements.send(dataSource);
        } else {
            member.send();
        }
    }

    private boolean inTransaction() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** The running transaction's own. */
    private Statements waiting() {
        if (!inTransaction()) {
            throw new IllegalStateException("without a transaction nothing can wait for its next statement");
        }
        var member = Member.running();
        if (member != null) {
            return member.statements();
        }
        if (transactions.getResource(Statements.class) instanceof Statements known) {
            return known;
        }
        var fresh = new Statements();
        transactions.putResource(Statements.class, fresh);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                fresh.send(dataSource);
            }

            @Override
            public void afterCompletion(int status) {
                // what waits goes with the transaction
            }
        });
        return fresh;
    }
}
