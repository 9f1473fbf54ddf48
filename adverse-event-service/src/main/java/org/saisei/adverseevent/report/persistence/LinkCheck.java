package org.saisei.adverseevent.report.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.BoundedSql;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.kit.reconciliation.ReconciliationCheck;
import org.saisei.kit.reconciliation.Scope;

/** Whether every case is linked that can be. */
@ApplicationScoped
class LinkCheck implements ReconciliationCheck {
    private static final String UNLINKED = """
            FROM safety_case c WHERE case_id >= ? AND state = 'REPORTED' AND linked_subject IS NULL
              AND (subject_named IS NOT NULL OR candidate_named IS NOT NULL)
            """;

    private final BoundedSql sql;

    LinkCheck(BoundedSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public Findings look(Scope scope) {
        var findings = new Findings();
        findings.measure(
                "casesNotLinked",
                sql.list(scope, "SELECT count(*) " + UNLINKED, row -> row.getLong(1), scope.firstId())
                        .getFirst());
        // one that names a subject and a candidate who are not the same stays as it is until somebody has looked
        sql.anomalies(
                scope,
                findings,
                Kind.HALF_APPLIED,
                "a case that is not linked although whom it names is known (caseId)",
                "SELECT case_id::text " + UNLINKED + """
                  AND EXISTS (SELECT FROM exposed_subject e
                              WHERE (c.subject_named IS NULL OR c.subject_named = e.subject_id)
                                AND (c.candidate_named IS NULL OR c.candidate_named = e.candidate_id))
                """,
                scope.firstId());
        return findings;
    }
}
