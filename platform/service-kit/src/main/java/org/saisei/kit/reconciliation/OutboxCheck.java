package org.saisei.kit.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.kit.reconciliation.Anomaly.Kind;

/** What the outbox says of itself. */
@ApplicationScoped
class OutboxCheck implements ReconciliationCheck {
    private final BoundedSql sql;

    OutboxCheck(BoundedSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Findings look(Scope scope) {
        var findings = new Findings();
        findings.measure(
                "waiting",
                sql.list(scope, "SELECT count(*) FROM outbox WHERE published_at IS NULL", row -> row.getLong(1))
                        .getFirst());
        sql.anomalies(
                scope,
                findings,
                Kind.UNSEEN,
                "committed more than a minute ago and not yet on Kafka",
                "SELECT id FROM outbox WHERE published_at IS NULL AND recorded_at < ? ORDER BY lane, position",
                scope.settled());
        // a place that a restore has lost is none any more once an operator has resolved it; before, it is a hole
        sql.anomalies(scope, findings, Kind.LOST, "the sequence of a key has a hole", """
                WITH place AS NOT MATERIALIZED (
                         SELECT topic, key, seq, id FROM outbox
                         UNION ALL
                         SELECT topic, key, seq, event_id FROM forgotten_event WHERE resolved_at IS NOT NULL),
                     recent AS (SELECT topic, key, min(seq) AS lo, max(seq) AS hi, count(*) AS n
                                FROM place WHERE id >= ? GROUP BY topic, key)
                SELECT topic || ' ' || key FROM recent r
                WHERE n <> hi - lo + 1
                   OR lo > 1 AND NOT EXISTS (SELECT FROM place o
                                             WHERE o.topic = r.topic AND o.key = r.key AND o.seq = r.lo - 1)
                """, scope.firstId());
        sql.anomalies(
                scope,
                findings,
                Kind.HALF_APPLIED,
                "the sequence of a key is counted up to an event that is not there, or not up to one that is",
                """
                WITH recent AS (SELECT DISTINCT topic, key FROM outbox WHERE id >= ?)
                SELECT r.topic || ' ' || r.key FROM recent r LEFT JOIN outbox_head h USING (topic, key)
                WHERE h.last_seq IS DISTINCT FROM greatest(
                    (SELECT max(seq) FROM outbox o WHERE o.topic = r.topic AND o.key = r.key),
                    (SELECT max(seq) FROM forgotten_event f WHERE f.topic = r.topic AND f.key = r.key AND f.counted))
                """,
                scope.firstId());
        return findings;
    }
}
