package org.saisei.adverseevent.feed.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.kit.backlog.Measure;
import org.saisei.kit.database.Sql;

/** Entries that no stream can show yet. */
@ApplicationScoped
class FeedBacklog implements Measure {
    private final Sql sql;

    FeedBacklog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String gauge() {
        return "saisei.feed.oldest.waiting.seconds";
    }

    @Override
    public String description() {
        return "Age of the oldest entry that has no position in the case feed yet; 0 for none";
    }

    @Override
    public double look() {
        return sql.first(
                        "SELECT coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)"
                                + " FROM feed_entry WHERE position IS NULL",
                        row -> row.getDouble(1))
                .orElse(Double.NaN);
    }
}
