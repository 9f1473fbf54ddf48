package org.saisei.kit.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks into the database of the service under test from outside. */
public final class Database {
    private Database() {}

    /** A connection that may see and do everything. */
    public static Connection superuser() throws SQLException {
        return DriverManager.getConnection(value(RealParts.SUPERUSER_URL));
    }

    /** As {@link #superuser}, and past the triggers that keep history, as a tamperer or an earlier release would write. */
    public static Connection pastTriggers() throws SQLException {
        var connection = superuser();
        try (var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
        }
        return connection;
    }

    /** One statement {@link #pastTriggers}; its parameters are texts. */
    public static void changePastTriggers(String sql, String... parameters) throws SQLException {
        try (var connection = pastTriggers();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    /** A connection as the role that owns the tables. */
    public static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"),
                value("quarkus.flyway.username"),
                value("quarkus.flyway.password"));
    }

    /** A connection as the service's own runtime role. */
    public static Connection runtime() throws SQLException {
        return DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"),
                value("quarkus.datasource.username"),
                value("quarkus.datasource.password"));
    }

    /** Rows as superuser, columns by name. */
    public static List<Map<String, Object>> rows(String sql, Object... parameters) {
        try (var connection = superuser();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var result = statement.executeQuery()) {
                var rows = new ArrayList<Map<String, Object>>();
                var columns = result.getMetaData();
                while (result.next()) {
                    var row = new LinkedHashMap<String, Object>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        row.put(columns.getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long count(String table) {
        return ((Number) rows("SELECT count(*) AS n FROM " + table).getFirst().get("n")).longValue();
    }

    /** All base tables of the service as {@code schema.table}, without Flyway's. */
    public static List<String> tables() {
        return rows("""
                        SELECT table_schema || '.' || quote_ident(table_name) AS name FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                          AND table_name <> 'flyway_schema_history' ORDER BY 1
                        """).stream().map(row -> (String) row.get("name")).toList();
    }

    /** Whether any row of the table, written out as text, holds the given text (bytea columns in clear and in hex). */
    public static boolean holds(String table, String text) {
        return !rows(
                        "SELECT 1 FROM " + table
                                + " t WHERE t::text LIKE '%' || ? || '%' OR t::text LIKE '%' || ? || '%' LIMIT 1",
                        text,
                        java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }

    static String runtimeRole() {
        return value("quarkus.datasource.username");
    }

    private static String value(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
