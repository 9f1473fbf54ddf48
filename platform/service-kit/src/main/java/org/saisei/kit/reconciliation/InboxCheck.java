package org.saisei.kit.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.kit.reconciliation.Anomaly.Kind;

/** What was applied, against how far the marks say that all was, and what is parked. */
@ApplicationScoped
class InboxCheck implements ReconciliationCheck {
    /** Of events published since the beginning: what was applied of each key, and how far all of it is marked as done. */
    private static final String RECENT = """
            WITH recent AS (SELECT topic, key, min(seq) AS lo, max(seq) AS hi, count(*) AS n, count(DISTINCT seq) AS places
                            FROM inbox WHERE event_id >= ? GROUP BY topic, key)
            """;

    private final BoundedSql sql;

    InboxCheck(BoundedSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Findings look(Scope scope) {
        var findings = new Findings();
        sql.list(
                scope,
                "SELECT reason, count(*) FROM parked_event WHERE resolved_at IS NULL GROUP BY reason",
                row -> findings.measure("parked" + row.getString(1), row.getLong(2)));
        sql.anomalies(
                scope,
                findings,
                Kind.UNSEEN,
                "received more than a minute ago, and parked (parked event ids)",
                "SELECT id FROM parked_event WHERE resolved_at IS NULL AND parked_at < ? ORDER BY id",
                scope.settled());
        sql.anomalies(
                scope,
                findings,
                Kind.DUPLICATED,
                "two events applied in one place of a key's sequence",
                RECENT + "SELECT topic || ' ' || key FROM recent WHERE places <> n",
                scope.firstId());
        sql.anomalies(
                scope,
                findings,
                Kind.HALF_APPLIED,
                "applied, and not marked as applied",
                RECENT + """
                SELECT topic || ' ' || key || ' ' || hi FROM recent LEFT JOIN inbox_mark m USING (topic, key)
                WHERE m.last_seq IS NULL OR m.last_seq < hi
                """,
                scope.firstId());
        sql.anomalies(
                scope,
                findings,
                Kind.HALF_APPLIED,
                "marked as applied, and neither applied nor discarded by an operator",
                RECENT + """
                SELECT r.topic || ' ' || r.key || ' ' || place
                FROM recent r JOIN inbox_mark m USING (topic, key), generate_series(r.lo, m.last_seq) AS place
                WHERE m.last_seq - r.lo + 1 <> r.places
                  AND NOT EXISTS (SELECT FROM inbox i
                                  WHERE i.event_id >= ? AND i.topic = r.topic AND i.key = r.key AND i.seq = place)
                  AND NOT EXISTS (SELECT FROM parked_event p WHERE p.topic = r.topic AND p.key = r.key
                                  AND (p.resolution = 'DISCARDED' AND p.seq = place
                                       OR place >= p.skipped_from AND place < p.seq))
                """,
                scope.firstId(),
                scope.firstId());
        return findings;
    }
}
