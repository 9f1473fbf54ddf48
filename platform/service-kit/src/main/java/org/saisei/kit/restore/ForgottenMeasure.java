package org.saisei.kit.restore;

import jakarta.inject.Singleton;
import org.saisei.kit.backlog.Measure;
import org.saisei.kit.database.Sql;

/** What a restore has lost and nobody has dealt with yet. */
@Singleton
class ForgottenMeasure implements Measure {
    private final Sql sql;

    ForgottenMeasure(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String gauge() {
        return "saisei.forgotten.events";
    }

    @Override
    public String description() {
        return "Own events on the topics that the restored database does not know, and that no operator has resolved";
    }

    @Override
    public double look() {
        return sql.first("SELECT count(*) FROM forgotten_event WHERE resolved_at IS NULL", row -> row.getDouble(1))
                .orElse(0.0);
    }
}
