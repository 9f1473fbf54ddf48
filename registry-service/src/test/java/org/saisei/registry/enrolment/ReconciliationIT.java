package org.saisei.registry.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
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
        assertThat(halfApplied()).doesNotContain(subject);

        change("UPDATE subject SET standing = 'REGISTERED' WHERE subject_id = '" + subject + "'");

        assertThat(halfApplied()).contains(subject);
        change("UPDATE subject SET standing = 'PENDING' WHERE subject_id = '" + subject + "'");
    }

    @Test
    void anEnrolmentThatWaitsForADayIsCounted() throws SQLException {
        int before = pending();
        var subject = Registry.enrol(Registry.newCandidate());

        change("UPDATE subject SET recorded_at = recorded_at - interval '25 hours' WHERE subject_id = '" + subject
                + "'");

        assertThat(pending()).isEqualTo(before + 1);
    }

    private static int pending() {
        return reconcile().path("checks.find { it.check == 'enrolments' }.measures.pendingOver24Hours");
    }

    private static List<String> halfApplied() {
        List<List<String>> found = reconcile().path("checks.find { it.check == 'enrolments' }.anomalies*.ids");
        return found.stream().flatMap(List::stream).toList();
    }

    private static Response reconcile() {
        return Registry.as(Tokens.token("operator", null)).get("/reconciliation");
    }

    private static void change(String sql) throws SQLException {
        try (var database = Database.pastTriggers()) {
            database.createStatement().execute(sql);
        }
    }
}
