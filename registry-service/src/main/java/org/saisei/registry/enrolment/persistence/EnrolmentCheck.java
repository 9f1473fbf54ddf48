package org.saisei.registry.enrolment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.saisei.kit.reconciliation.Anomaly.Kind;
import org.saisei.kit.reconciliation.BoundedSql;
import org.saisei.kit.reconciliation.Findings;
import org.saisei.kit.reconciliation.ReconciliationCheck;
import org.saisei.kit.reconciliation.Scope;

/** Whether enrolments stand where their history says; and how many have waited for a decision for too long. */
@ApplicationScoped
class EnrolmentCheck implements ReconciliationCheck {
    private static final Duration TOO_LONG = Duration.ofHours(24);

    private final BoundedSql sql;

    EnrolmentCheck(BoundedSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "enrolments";
    }

    @Override
    public Findings look(Scope scope) {
        var findings = new Findings();
        findings.measure(
                "pendingOver24Hours",
                sql.list(
                                scope,
                                "SELECT count(*) FROM subject WHERE standing = 'PENDING' AND recorded_at < ?",
                                row -> row.getLong(1),
                                scope.until().minus(TOO_LONG))
                        .getFirst());
        sql.anomalies(
                scope,
                findings,
                Kind.HALF_APPLIED,
                "an enrolment that stands otherwise than the last change of it says (subjectId)",
                """
                SELECT subject_id FROM subject s WHERE position >= ?
                  AND standing IS DISTINCT FROM (SELECT standing FROM standing_change c WHERE c.subject_id = s.subject_id
                                                 ORDER BY c.version DESC LIMIT 1)
                """,
                scope.firstId());
        return findings;
    }
}
