package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** The database goes away while it commits. */
@QuarkusTest
@WithRealParts
class FailedCommitIT {
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void cutOffWhoeverCommits() throws SQLException {
        asSuperuser("""
                CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_terminate_backend(pg_backend_pid());
                    RETURN NULL;
                END
                $$;
                CREATE CONSTRAINT TRIGGER cut_off AFTER INSERT ON idempotency DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION cut_off()
                """);
    }

    @AfterEach
    void letCommit() throws SQLException {
        asSuperuser("DROP FUNCTION cut_off CASCADE");
    }

    @Test
    void aRequestThatWasCutOffAtItsCommitIsToldThatItsOutcomeIsNotKnown() {
        given().auth()
                .oauth2(Tokens.hospital("F-1"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"documentNumber\": \"D-" + key + "\"}")
                .post("/things")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("detail", containsString("not known whether"));
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (var superuser = Database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
