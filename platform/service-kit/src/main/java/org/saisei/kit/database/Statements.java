package org.saisei.kit.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

/**
 * Statements that wait, in the order in which they run. The driver sends them one after another without waiting for an
 * answer in between; the server runs each by itself, with a view of the data of its own.
 */
final class Statements {
    private final List<Waiting<?>> waiting = new ArrayList<>();

    /** What a statement came to, once it has been sent. */
    static final class Outcome<T> {
        private @Nullable T value;

        boolean isKnown() {
            return value != null;
        }

        T get() {
            var known = value;
            if (known == null) {
                throw new IllegalStateException("its statement failed, or one ahead of it");
            }
            return known;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(PreparedStatement statement) throws SQLException;
    }

    private record Waiting<T>(String sql, List<@Nullable Object> parameters, Reading<T> reading, Outcome<T> outcome) {
        void read(PreparedStatement statement) throws SQLException {
            outcome.value = reading.from(statement);
        }
    }

    /** For the outcome of nobody. */
    void add(String sql, @Nullable Object... parameters) {
        add(sql, parameters, statement -> true);
    }

    /** For the number of rows changed. */
    Outcome<Integer> update(String sql, @Nullable Object... parameters) {
        return add(sql, parameters, statement -> Math.max(0, statement.getUpdateCount()));
    }

    <T> Outcome<List<T>> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return add(sql, parameters, statement -> {
            var rows = new ArrayList<T>();
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    private <T> Outcome<T> add(String sql, @Nullable Object[] parameters, Reading<T> reading) {
        var outcome = new Outcome<T>();
        waiting.add(new Waiting<>(sql, Arrays.asList(parameters), reading, outcome));
        return outcome;
    }

    /** Sends all that wait; afterwards none does, also if it fails. */
    void send(DataSource dataSource) {
        if (waiting.isEmpty()) {
            return;
        }
        var sent = List.copyOf(waiting);
        waiting.clear();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(text(sent))) {
            int index = 0;
            for (var one : sent) {
                for (var parameter : one.parameters()) {
                    bind(connection, statement, ++index, parameter);
                }
            }
            statement.execute();
            for (Iterator<Waiting<?>> each = sent.iterator(); each.hasNext(); ) {
                each.next().read(statement);
                if (each.hasNext()) {
                    statement.getMoreResults();
                }
            }
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    private static String text(List<Waiting<?>> statements) {
        return statements.size() == 1
                ? statements.getFirst().sql()
                : statements.stream().map(Waiting::sql).collect(Collectors.joining(";\n"));
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case java.time.Instant instant -> statement.setObject(index, instant.atOffset(java.time.ZoneOffset.UTC));
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            case java.util.UUID[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
            case null, default -> statement.setObject(index, value);
        }
    }
}
