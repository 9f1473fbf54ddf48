package org.saisei.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That what a service has recorded stays, by the grants and triggers of its migrated database. */
public final class HistoryRules {
    /** Mechanism that tells nothing of what happened, or only what the audit trail says too. */
    private static final Set<String> MECHANISM = Set.of(
            "public.outbox_head",
            "public.outbox_lane",
            "public.outbox_replica",
            "public.outbox_parked_key",
            "public.inbox_mark",
            "public.idempotency");

    /** How far an event has come; an operator's act on it is in the audit trail. */
    private static final Set<String> UNRECORDED = Set.of(
            "public.outbox.published_at",
            "public.outbox.published_epoch",
            "public.parked_event.reason",
            "public.parked_event.error",
            "public.parked_event.resolved_at",
            "public.parked_event.resolution",
            "public.parked_event.resolved_by",
            "public.parked_event.resolution_reason",
            "public.parked_event.resolution_document",
            "public.parked_event.skipped_from",
            "public.forgotten_event.counted",
            "public.forgotten_event.resolved_at",
            "public.forgotten_event.resolution",
            "public.forgotten_event.resolved_by",
            "public.forgotten_event.resolution_reason",
            "public.forgotten_event.resolution_document");

    private HistoryRules() {}

    private record Column(String table, String name, boolean runtimeMayUpdate, boolean refused, boolean recorded) {
        String path() {
            return table + "." + name;
        }
    }

    /**
     * Checks that nobody, not even the owner, can delete a row or change a column that the runtime role may not change,
     * and that the earlier values of all others are kept.
     *
     * @param except {@code schema.table} of the service that is mechanism, {@code schema.table.column} that may change
     *     without a trace
     */
    public static void check(String... except) {
        var mechanism = union(MECHANISM, except);
        var unrecorded = union(UNRECORDED, except);
        var columns = columns().stream()
                .filter(column -> !mechanism.contains(column.table()))
                .toList();

        assertThat(columns.stream().map(Column::table).distinct())
                .as("tables whose rows can be deleted: CALL keep_history in the migration")
                .doesNotContainAnyElementsOf(deletable());
        assertThat(columns.stream()
                        .filter(column -> !column.refused() && !column.recorded())
                        .map(Column::path)
                        .filter(column -> !unrecorded.contains(column)))
                .as("columns that can change without a trace: CALL keep_history in the migration, after its grants")
                .isEmpty();
        assertThat(columns.stream()
                        .filter(column -> column.runtimeMayUpdate() && column.refused())
                        .map(Column::path))
                .as("columns that are granted and refused: CALL keep_history again after a new grant")
                .isEmpty();
    }

    private static Set<String> union(Set<String> ours, String... theirs) {
        return Stream.concat(ours.stream(), Stream.of(theirs)).collect(Collectors.toUnmodifiableSet());
    }

    /** The bits of {@code tgtype}: 2 before, 8 delete, 16 update, 32 truncate. */
    private static List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (var row : Database.rows("""
                SELECT relnamespace::regnamespace || '.' || relname AS relation, attname AS name,
                    has_column_privilege(?, c.oid, attnum, 'UPDATE') AS may_update,
                    EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = tgfoid WHERE tgrelid = c.oid
                        AND tgenabled = 'O' AND proname = 'refuse_change' AND tgtype & 18 = 18
                        AND (tgattr = ''::int2vector OR attnum = ANY (tgattr))) AS refused,
                    EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = tgfoid WHERE tgrelid = c.oid
                        AND tgenabled = 'O' AND proname = 'record_history' AND tgtype & 18 = 16
                        AND attnum = ANY (tgattr)) AS recorded
                FROM pg_class c JOIN pg_attribute ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                WHERE relkind IN ('r', 'p') AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                  AND relname <> 'flyway_schema_history'
                """, Database.runtimeRole())) {
            columns.add(new Column(
                    (String) row.get("relation"),
                    (String) row.get("name"),
                    (Boolean) row.get("may_update"),
                    (Boolean) row.get("refused"),
                    (Boolean) row.get("recorded")));
        }
        assertThat(columns).as("columns").isNotEmpty();
        return columns;
    }

    private static Collection<String> deletable() {
        return Database.rows("""
                        SELECT relnamespace::regnamespace || '.' || relname AS relation FROM pg_class c
                        WHERE relkind IN ('r', 'p') AND (SELECT coalesce(bit_or(tgtype), 0) & 42 FROM pg_trigger t
                            JOIN pg_proc p ON p.oid = tgfoid WHERE tgrelid = c.oid AND tgenabled = 'O'
                            AND proname = 'refuse_change') <> 42
                        """).stream()
                .map(row -> (String) row.get("relation"))
                .toList();
    }
}
