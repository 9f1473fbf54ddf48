package org.saisei.systemtests.chaos.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs queries, row by row. */
final class Queries {
    private Queries() {}

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, Reader<T> reader) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        }
    }

    /** Of a query for two columns. */
    static Map<String, String> map(Connection connection, String sql) throws SQLException {
        var map = new HashMap<String, String>();
        list(connection, sql, row -> map.put(row.getString(1), String.valueOf(row.getString(2))));
        return map;
    }
}
