package org.saisei.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;

/** What every table that keeps wrapped keys owes to whoever replaces the wrapping key or erases a row. */
public final class KeyRules {
    private KeyRules() {}

    /**
     * Checks that each is declared as {@code WrappedKeys}, and that neither the planner's statistics nor the history of
     * its rows copy any of its keys. The history's trigger has the columns left out as its second argument.
     */
    public static void check(MeterRegistry meters) {
        var columns = Database.rows("""
                SELECT CASE relnamespace::regnamespace::text WHEN 'public' THEN '' ELSE relnamespace::regnamespace || '.' END
                           || relname AS relation, attstattarget::int AS statistics,
                    NOT EXISTS (SELECT FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid
                        WHERE tgrelid = attrelid AND proname = 'record_history' AND attname <> ALL
                            (nullif(split_part(encode(tgargs, 'escape'), '\\000', 2), '')::text[])) AS unrecorded
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid AND relkind = 'r'
                WHERE attname ~ 'wrapped_key$'
                """);

        assertThat(columns).as("tables with wrapped keys").isNotEmpty().allSatisfy(column -> {
            assertThat(meters.find("saisei.keys.waiting.for.rewrap")
                            .tag("table", String.valueOf(column.get("relation")))
                            .gauge())
                    .as("%s is declared by a bean of type WrappedKeys", column)
                    .isNotNull();
            assertThat(column.get("statistics"))
                    .as("SET STATISTICS 0: %s", column)
                    .isEqualTo(0);
            assertThat(column.get("unrecorded"))
                    .as("earlier keys are not kept: name them in CALL keep_history: %s", column)
                    .isEqualTo(true);
        });
    }
}
