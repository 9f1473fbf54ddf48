package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class DatabaseRolesIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET actor = 'someone else'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "UPDATE outbox SET payload = ''",
                "DELETE FROM outbox",
                "DELETE FROM inbox",
                "UPDATE inbox SET seq = 1",
                "DELETE FROM parked_event",
                "UPDATE parked_event SET payload = ''",
                "ALTER TABLE audit ADD COLUMN x text",
                "DROP TABLE audit",
                "CREATE TABLE mine (x text)"
            })
    void theRuntimeRoleCannotRewriteHistory(String statement) throws SQLException {
        try (var connection = Database.runtime();
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void aFrozenRuntimeSessionHoldsNobodyUp() throws SQLException {
        try (var connection = Database.runtime();
                var sql = connection.createStatement();
                var result = sql.executeQuery("SELECT current_setting('idle_in_transaction_session_timeout'),"
                        + " current_setting('lock_timeout')")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("2s");
            assertThat(result.getString(2)).isEqualTo("1s");
        }
    }
}
