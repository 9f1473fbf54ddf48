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
        sql.anomalies(scope, findings, Kind.LOST, "the sequence of a key has a hole", """
                WITH recent AS (SELECT topic, key, min(seq) AS lo, max(seq) AS hi, count(*) AS n
                                FROM outbox WHERE id >= ? GROUP BY topic, key)
                SELECT topic || ' ' || key FROM recent r
                WHERE n <> hi - lo + 1
                   OR lo > 1 AND NOT EXISTS (SELECT FROM outbox o
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
                WHERE h.last_seq IS DISTINCT FROM (SELECT max(seq) FROM outbox o WHERE o.topic = r.topic AND o.key = r.key)
                """,
                scope.firstId());
        return findings;
    }
}
