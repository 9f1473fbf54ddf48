package org.saisei.adverseevent.feed.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.BoundedSql;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.kit.reconciliation.ReconciliationCheck;
import org.saisei.kit.reconciliation.Scope;

/** Whether safety officers can have seen every case: the feed has it, at a position that nobody passes over. */
@ApplicationScoped
class FeedCheck implements ReconciliationCheck {
    /** How many of the newest positions are looked at. */
    private static final int NEWEST = 100_000;

    private final BoundedSql sql;

    FeedCheck(BoundedSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Findings look(Scope scope) {
        var findings = new Findings();
        sql.anomalies(
                scope,
                findings,
                Kind.UNSEEN,
                "entered more than a minute ago and not yet in the feed (caseId and version)",
                "SELECT case_id || ' ' || version FROM feed_entry WHERE position IS NULL AND recorded_at < ?"
                        + " ORDER BY case_id, version",
                scope.settled());
        sql.anomalies(
                scope, findings, Kind.LOST, "a position of the feed without an entry (first and last)", """
                SELECT before + 1 || '-' || position - 1
                FROM (SELECT position, lag(position) OVER (ORDER BY position) AS before FROM feed_entry
                      WHERE position > (SELECT position - ? FROM feed_head)) AS place
                WHERE position > before + 1
                """, NEWEST);
        sql.anomalies(
                scope, findings, Kind.HALF_APPLIED, "the feed's head is not at its last entry (head and last)", """
                SELECT position || ' ' || last FROM feed_head, (SELECT coalesce(max(position), 0) AS last FROM feed_entry) AS e
                WHERE position <> last AND (last > 0 OR position > pruned_through)
                """);
        sql.anomalies(
                scope,
                findings,
                Kind.HALF_APPLIED,
                "a reported case that the feed does not have (caseId)",
                """
                SELECT case_id::text FROM safety_case c WHERE case_id >= ? AND state = 'REPORTED'
                  AND NOT EXISTS (SELECT FROM feed_entry e WHERE e.case_id = c.case_id)
                  AND (SELECT pruned_through FROM feed_head) = 0
                """,
                scope.firstId());
        return findings;
    }
}
