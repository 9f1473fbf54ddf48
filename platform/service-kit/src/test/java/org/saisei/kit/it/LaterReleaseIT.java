package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/** In the middle of an upgrade a replica of this release starts again, on a database that the next has migrated. */
@QuarkusTest
@WithRealParts
class LaterReleaseIT {

    @Inject
    Flyway flyway;

    @AfterEach
    void forgetIt() throws SQLException {
        Database.changePastTriggers("DELETE FROM flyway_schema_history WHERE description = 'next release'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026.11.22.8.1", "2027.01.01.01"})
    void aMigrationOfALaterReleaseDoesNotKeepThisOneFromStarting(String version) throws SQLException {
        Database.changePastTriggers("""
                INSERT INTO flyway_schema_history
                SELECT max(installed_rank) + 1, ?, 'next release', 'SQL', 'next_release.sql', 1, 'owner', now(), 1, true
                FROM flyway_schema_history
                """, version);

        assertThat(flyway.migrate().success).isTrue();
    }
}
