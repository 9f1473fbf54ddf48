package org.saisei.registry.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saisei.kit.test.Database.changePastTriggers;
import static org.saisei.kit.test.Reconciled.anomalies;
import static org.saisei.kit.test.Reconciled.reconcile;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.WithRealParts;
import org.saisei.registry.Registry;

/** What this service adds to the kit's checks, planted behind its back. */
@QuarkusTest
@WithRealParts
@NullUnmarked
class ReconciliationIT {

    @Test
    void anEnrolmentThatStandsOtherwiseThanItsHistorySaysIsHalfApplied() throws SQLException {
        var subject = Registry.enrol(Registry.newCandidate());
        assertThat(anomalies("enrolments", "HALF_APPLIED")).doesNotContain(subject);

        changePastTriggers("UPDATE subject SET standing = 'REGISTERED' WHERE subject_id = ?", subject);

        assertThat(anomalies("enrolments", "HALF_APPLIED")).contains(subject);
        changePastTriggers("UPDATE subject SET standing = 'PENDING' WHERE subject_id = ?", subject);
    }

    @Test
    void anEnrolmentThatWaitsForADayIsCounted() throws SQLException {
        int before = pending();
        var subject = Registry.enrol(Registry.newCandidate());

        changePastTriggers(
                "UPDATE subject SET recorded_at = recorded_at - interval '25 hours' WHERE subject_id = ?", subject);

        assertThat(pending()).isEqualTo(before + 1);
    }

    private static int pending() {
        return reconcile().path("checks.find { it.check == 'enrolments' }.measures.pendingOver24Hours");
    }
}
