package org.saisei.kit.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql.RowReader;
import org.saisei.kit.database.Sql.SqlException;
import org.saisei.kit.database.Statement.Outcome;

/**
 * Statements that wait, in the order in which they run. The driver sends them one after another without waiting for an
 * answer in between; the server runs each by itself, with a view of the data of its own.
 */
final class Statements {
    private final List<Statement> waiting = new ArrayList<>();

    /** For the outcome of nobody. */
    void add(String sql, @Nullable Object... parameters) {
        waiting.add(new Statement(sql, Arrays.asList(parameters), Statement.Unread.UNREAD));
    }

    /** For the number of rows changed. */
    Outcome<Integer> update(String sql, @Nullable Object... parameters) {
        var outcome = new Outcome<Integer>();
        waiting.add(new Statement(sql, Arrays.asList(parameters), new Statement.Count(outcome)));
        return outcome;
    }

    <T> Outcome<List<T>> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        var outcome = new Outcome<List<T>>();
        waiting.add(new Statement(sql, Arrays.asList(parameters), new Statement.Rows<>(reader, outcome)));
        return outcome;
    }

    /** Those that wait; afterwards none does. */
    List<Statement> take() {
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** Sends all that wait; afterwards none does, also if it fails. */
    void send(DataSource dataSource) {
        send(take(), dataSource);
    }

    static void send(List<Statement> statements, DataSource dataSource) {
        if (statements.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(text(statements))) {
            int index = 0;
            for (var one : statements) {
                for (var parameter : one.parameters()) {
                    bind(connection, prepared, ++index, parameter);
                }
            }
            prepared.execute();
            for (Iterator<Statement> each = statements.iterator(); each.hasNext(); ) {
                each.next().reading().from(prepared);
                if (each.hasNext()) {
                    prepared.getMoreResults();
                }
            }
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    private static String text(List<Statement> statements) {
        return statements.size() == 1
                ? statements.getFirst().sql()
                : statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case java.time.Instant instant -> statement.setObject(index, instant.atOffset(java.time.ZoneOffset.UTC));
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            case java.util.UUID[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
            case Column column -> statement.setArray(index, connection.createArrayOf(column.type(), column.values()));
            case null, default -> statement.setObject(index, value);
        }
    }
}
