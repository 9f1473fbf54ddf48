package org.saisei.adverseevent.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.saisei.kit.test.Reconciled.anomalies;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.saisei.adverseevent.Reports;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/** What this service adds to the kit's checks, each anomaly planted behind its back. */
@QuarkusTest
@WithRealParts
@NullUnmarked
class ReconciliationIT {

    @Test
    void anEntryThatDoesNotReachTheFeedIsUnseen() throws SQLException {
        var caseId = inFeed();
        try (var stuck = Database.superuser()) {
            stuck.setAutoCommit(false);
            stuck.createStatement().execute("SELECT * FROM feed_head FOR UPDATE");
            change("""
                    INSERT INTO feed_entry (case_id, version, event, facility_id, seriousness, special_interest, alert, data,
                                            recorded_at)
                    SELECT case_id, 99, event, facility_id, seriousness, special_interest, alert, data,
                           now() - interval '2 minutes'
                    FROM feed_entry WHERE case_id = ?::uuid
                    """, caseId);

            assertThat(anomalies("feed", "UNSEEN")).containsExactly(caseId + " 99");

            change("DELETE FROM feed_entry WHERE version = 99 AND case_id = ?::uuid", caseId);
        }
    }

    @Test
    void aPositionThatNoEntryHasIsLost() throws SQLException {
        inFeed();
        var caseId = inFeed();
        change("UPDATE feed_entry SET position = position + 1 WHERE case_id = ?::uuid", caseId);

        assertThat(anomalies("feed", "LOST")).hasSize(1);
        assertThat(anomalies("feed", "HALF_APPLIED")).hasSize(1);

        change("UPDATE feed_entry SET position = position - 1 WHERE case_id = ?::uuid", caseId);
        assertThat(anomalies("feed", "LOST")).isEmpty();
    }

    @Test
    void aReportedCaseThatTheFeedDoesNotHaveIsHalfApplied() throws SQLException {
        var caseId = inFeed();
        change("CREATE TABLE taken AS SELECT * FROM feed_entry WHERE case_id = ?::uuid", caseId);
        change("DELETE FROM feed_entry WHERE case_id = ?::uuid", caseId);

        assertThat(anomalies("feed", "HALF_APPLIED")).contains(caseId);

        change("INSERT INTO feed_entry SELECT * FROM taken WHERE case_id = ?::uuid", caseId);
        change("DROP TABLE taken");
    }

    @Test
    void aCaseThatIsNotLinkedAlthoughItCouldBeIsHalfApplied() throws SQLException {
        var subject = "9" + Math.abs(System.nanoTime() % 10_000_000_000L);
        var caseId = Reports.accepted(Reports.about(Map.of("subjectId", subject)));
        assertThat(anomalies("links", "HALF_APPLIED")).doesNotContain(caseId);

        change(
                "INSERT INTO exposed_subject (subject_id, candidate_id, facility_id, protocol)"
                        + " VALUES (?, 'C-PLANTED', 'F-PLANTED', 'STEMIRAC')",
                subject);

        assertThat(anomalies("links", "HALF_APPLIED")).contains(caseId);
        change("DELETE FROM exposed_subject WHERE subject_id = ?", subject);
    }

    private static String inFeed() {
        var caseId = Reports.accepted(Reports.complete());
        await().until(() ->
                Database.rows("SELECT 1 FROM feed_entry WHERE case_id = ?::uuid AND position IS NOT NULL", caseId)
                                .size()
                        == 1);
        return caseId;
    }

    private static void change(String sql, String... parameters) throws SQLException {
        try (var database = Database.pastTriggers()) {
            var text = sql;
            for (var parameter : parameters) {
                text = text.replaceFirst("\\?", "'" + parameter + "'");
            }
            database.createStatement().execute(text);
        }
    }
}
