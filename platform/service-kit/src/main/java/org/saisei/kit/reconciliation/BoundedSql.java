package org.saisei.kit.reconciliation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saisei.kit.database.Sql;

/** Queries that end with their scope, and change nothing. */
@ApplicationScoped
public class BoundedSql {
    private final Sql sql;

    BoundedSql(Sql sql) {
        this.sql = sql;
    }

    /** @throws Sql.SqlException SQL state 57014 if it would have taken longer than the scope allows */
    public <T> List<T> list(Scope scope, String query, Sql.RowReader<T> reader, @Nullable Object... parameters) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.first(
                    "SELECT set_config('statement_timeout', ?, true), set_config('transaction_read_only', 'on', true)",
                    row -> 1,
                    String.valueOf(Math.max(1, scope.remaining().toMillis())));
            return sql.list(query, reader, parameters);
        });
    }

    /** Adds to the findings what the query names, one row and one text each, up to a thousand. */
    public void anomalies(
            Scope scope,
            Findings findings,
            Anomaly.Kind kind,
            String what,
            String query,
            @Nullable Object... parameters) {
        findings.found(kind, what, list(scope, query + " LIMIT 1000", row -> row.getString(1), parameters));
    }
}
