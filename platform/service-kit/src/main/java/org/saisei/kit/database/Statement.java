package org.saisei.kit.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql.RowReader;

/**
 * One that waits to be sent.
 *
 * @param parameters in the order of their question marks
 */
record Statement(String sql, List<@Nullable Object> parameters, Reading reading) {

    /** Only reads and locks, so that nothing has to be undone of it. */
    boolean isQuery() {
        return sql.startsWith("SELECT");
    }

    /** What is done with a statement's result. */
    sealed interface Reading {
        void from(PreparedStatement executed) throws SQLException;
    }

    enum Unread implements Reading {
        UNREAD;

        @Override
        public void from(PreparedStatement executed) {
            // nobody asks
        }
    }

    /** The number of rows changed. */
    record Count(Outcome<Integer> outcome) implements Reading {
        @Override
        public void from(PreparedStatement executed) throws SQLException {
            outcome.value = Math.max(0, executed.getUpdateCount());
        }
    }

    record Rows<T>(RowReader<T> reader, Outcome<List<T>> outcome) implements Reading {
        @Override
        public void from(PreparedStatement executed) throws SQLException {
            try (ResultSet result = executed.getResultSet()) {
                begin();
                while (result.next()) {
                    take(result);
                }
            }
        }

        void begin() {
            outcome.value = new ArrayList<>();
        }

        void take(ResultSet row) throws SQLException {
            outcome.get().add(reader.read(row));
        }
    }

    /** Of queries sent as one: the last column of a row tells whose it is, from 1. */
    record Shared(List<Reading> among) implements Reading {
        @Override
        public void from(PreparedStatement executed) throws SQLException {
            among.forEach(one -> {
                if (one instanceof Rows<?> rows) {
                    rows.begin();
                }
            });
            try (ResultSet result = executed.getResultSet()) {
                int last = result.getMetaData().getColumnCount();
                while (result.next()) {
                    if (among.get(result.getInt(last) - 1) instanceof Rows<?> rows) {
                        rows.take(result);
                    }
                }
            }
        }
    }

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
}
