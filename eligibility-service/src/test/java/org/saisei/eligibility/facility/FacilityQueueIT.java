package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class FacilityQueueIT {
    private Hospital hospital = Hospital.fresh();

    @BeforeEach
    void anAccreditedHospital() {
        hospital = Hospital.accredited();
    }

    @Test
    void anAssessmentDoesNotPassAnActThatWaitsForTheOnesBeforeIt() throws Exception {
        try (var reader = begun();
                var act = begun()) {
            queue(reader, "_shared");
            var waiting = CompletableFuture.runAsync(() -> queue(act, ""));
            Awaitility.await().until(FacilityQueueIT::somebodyWaits);

            var assessed = hospital.assess(Hospital.facts());

            assertThat(assessed.statusCode()).as("it gave up in the queue").isEqualTo(503);
            reader.rollback();
            waiting.get(10, TimeUnit.SECONDS);
            act.rollback();
        }
        hospital.assess(Hospital.facts()).then().statusCode(201);
    }

    private static Connection begun() throws SQLException {
        var connection = Database.superuser();
        connection.setAutoCommit(false);
        return connection;
    }

    /** As the service does for a reader or a writer of the facility. */
    private void queue(Connection connection, String shared) {
        try (var statement = connection.prepareStatement(
                "SELECT pg_advisory_xact_lock" + shared + "(hashtextextended('facility ' || ?, 0))")) {
            statement.setString(1, hospital.facilityId());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean somebodyWaits() {
        return Database.rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                        .size()
                > 0;
    }
}
