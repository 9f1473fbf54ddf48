package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.HistoryRules;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** What is recorded stays, and who recorded it when is the database's to say. */
@QuarkusTest
@WithRealParts
class HistoryIT {
    private static final String REFUSED = "23001";
    private static final String NOT_PERMITTED = "42501";
    private static final String VIOLATES_A_CHECK = "23514";

    @Test
    void whatIsRecordedStays() {
        HistoryRules.check("public.note.secret");
    }

    @Test
    void anEarlierStateIsKeptBesideWhoChangedIt() throws SQLException {
        var first = UUID.randomUUID().toString();
        try (var runtime = Database.runtime()) {
            execute(runtime, "INSERT INTO note VALUES ('" + first + "', 7, 'kept', 'before', 'hidden')");
            runtime.setAutoCommit(false);
            execute(runtime, "UPDATE note SET state = 'after' WHERE first = '" + first + "'");
            execute(runtime, audited("somebody"));
            runtime.commit();
        }

        assertThat(Database.rows("""
                        SELECT actor, h.before ->> 'state' AS state, h.before ->> 'fixed' AS fixed, h.before ?? 'secret' AS told
                        FROM row_history h JOIN audit USING (transaction_id) WHERE table_name = 'note' AND row_key = ?
                        """, first + "/7"))
                .singleElement()
                .hasToString("{actor=somebody, state=before, fixed=kept, told=false}");
    }

    @Test
    void aChangeThatChangesNothingOrNothingThatIsKeptLeavesNoHistory() throws SQLException {
        var first = UUID.randomUUID().toString();
        try (var runtime = Database.runtime()) {
            execute(runtime, "INSERT INTO note VALUES ('" + first + "', 7, 'kept', 'before', 'hidden')");
            execute(runtime, "UPDATE note SET state = 'before', secret = 'wrapped anew' WHERE first = '" + first + "'");
        }

        assertThat(Database.rows("SELECT 1 FROM row_history WHERE row_key = ?", first + "/7"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE note SET fixed = 'x'",
                "UPDATE note SET first = 'x', state = 'x'",
                "DELETE FROM note",
                "TRUNCATE note",
                "UPDATE audit SET actor = 'x'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "UPDATE outbox SET payload = ''",
                "DELETE FROM outbox",
                "TRUNCATE outbox CASCADE",
                "DELETE FROM inbox",
                "UPDATE row_history SET before = '{}'",
                "DELETE FROM row_history"
            })
    void notEvenTheOwnerRewritesHistory(String statement) throws SQLException {
        try (var owner = Database.owner()) {
            refused(owner, statement, REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO row_history (table_name, row_key, operation, before) VALUES ('note', 'x', 'UPDATE', '{}')",
                "CREATE TEMPORARY TABLE mine (x text)",
                "CALL keep_history('note')",
                "ALTER TABLE note DISABLE TRIGGER refuse_change",
                "SET session_replication_role = replica"
            })
    void theRuntimeRoleWritesNoHistoryAndSwitchesNoneOff(String statement) throws SQLException {
        try (var runtime = Database.runtime()) {
            refused(runtime, statement, NOT_PERMITTED);
        }
    }

    @Test
    void aTableOfWhichEveryColumnMayBeChangedIsNamed() throws SQLException {
        try (var owner = Database.owner()) {
            owner.setAutoCommit(false);
            execute(owner, "CREATE TABLE slate (line text PRIMARY KEY)");
            execute(owner, "GRANT UPDATE ON slate TO PUBLIC");

            assertThatThrownBy(() -> execute(owner, "CALL keep_history('slate')"))
                    .hasMessageContaining("every column of slate can be changed: grant UPDATE by column");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded_at", "transaction_id", "position"})
    void theRuntimeRoleCannotSayWhenARowOfTheTrailWasRecorded(String column) throws SQLException {
        try (var runtime = Database.runtime()) {
            refused(
                    runtime,
                    "INSERT INTO audit (id, kind, actor, client, roles, action, resource, resource_ids, " + column
                            + ") OVERRIDING SYSTEM VALUE SELECT gen_random_uuid(), kind, actor, client, roles, action, resource, resource_ids, "
                            + column + " FROM audit",
                    NOT_PERMITTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aRowOfTheTrailNamesItsActor(String nobody) throws SQLException {
        try (var runtime = Database.runtime()) {
            refused(runtime, audited(nobody), VIOLATES_A_CHECK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void whoeverDoesNotSayWhoTheyAreNeitherWritesNorReads(String nobody) {
        long audited = Database.count("audit");
        var token = Tokens.changed(Tokens.registrar(), "sub", nobody);

        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"documentNumber\": \"D-NOBODY\"}")
                .post("/things")
                .then()
                .statusCode(403);
        given().auth().oauth2(token).get("/things/1").then().statusCode(403);

        assertThat(Database.count("audit")).isEqualTo(audited);
    }

    @Test
    void whoeverSaysWhoTheyAreIsServed() {
        given().auth()
                .oauth2(Tokens.changed(Tokens.registrar(), "sub", "somebody"))
                .get("/things/1")
                .then()
                .statusCode(200);
    }

    private static String audited(String actor) {
        return "INSERT INTO audit (id, kind, actor, client, roles, action, resource, resource_ids)"
                + " VALUES (gen_random_uuid(), 'WRITE', '" + actor + "', 'c', '{}', 'changeNote', 'note', '{}')";
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void refused(Connection connection, String statement, String state) {
        assertThatThrownBy(() -> execute(connection, statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }
}
