package org.saisei.kit.audit.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Conditions;
import org.saisei.kit.database.Sql;

/** The trail's rows, newest first. */
@ApplicationScoped
class AuditRows {
    private final Sql sql;

    AuditRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is asked for; null does not restrict.
     *
     * @param from inclusive
     * @param to exclusive
     * @param before only positions below
     */
    record Query(
            @Nullable String resourceId,
            @Nullable String action,
            @Nullable String actor,
            AuditRow.@Nullable Kind kind,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long before,
            int limit) {}

    List<AuditRow> list(AuditScope scope, Query query) {
        var conditions = new Conditions("""
                SELECT position, recorded_at, kind, actor, client, roles, facility_id, action, resource, resource_ids,
                       reason, query, before, after, trace_id
                FROM audit WHERE true""")
                // found first by their index, which knows no order, instead of along all positions until there are
                // enough
                .with(
                        "AND position = ANY (ARRAY (SELECT position FROM audit WHERE resource_ids @> ARRAY[?::text]))",
                        query.resourceId())
                .with("AND action = ?", query.action())
                .with("AND actor = ?", query.actor())
                .with("AND kind = ?", query.kind() == null ? null : query.kind().name())
                .with("AND recorded_at >= ?", query.from())
                .with("AND recorded_at < ?", query.to())
                .with("AND position < ?", query.before());
        switch (scope) {
            case AuditScope.Everything all -> {}
            case AuditScope.Operations operations -> {}
            case AuditScope.OneResource one ->
                conditions.with("AND action <> ALL (?)", one.untold().toArray(String[]::new));
            case AuditScope.Kinds kinds ->
                conditions.with("AND resource = ANY (?)", kinds.resources().toArray(String[]::new));
            case AuditScope.Own own ->
                conditions.with("AND facility_id = ?", own.facilityId()).with("AND actor = ?", own.actor());
        }
        return conditions.with("ORDER BY position DESC LIMIT ?", query.limit()).list(sql, AuditRows::row);
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                AuditRow.Kind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("client"),
                texts(row, "roles"),
                row.getString("facility_id"),
                row.getString("action"),
                row.getString("resource"),
                texts(row, "resource_ids"),
                row.getString("reason"),
                row.getString("query"),
                row.getString("before"),
                row.getString("after"),
                row.getString("trace_id"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
