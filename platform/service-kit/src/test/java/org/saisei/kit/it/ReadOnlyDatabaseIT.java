package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** The database answers and takes no write: a standby after a failover, or a provider's guard against a full disk. */
@QuarkusTest
@WithRealParts
class ReadOnlyDatabaseIT {
    private static final String CASES = "saisei.safety.cases";

    @Inject
    MeterRegistry meters;

    @Inject
    AgroalDataSource connections;

    private final String key = "R" + UUID.randomUUID();

    @BeforeEach
    void takeNoWrite() throws SQLException {
        alterRuntimeRole("SET default_transaction_read_only = on");
    }

    @AfterEach
    void leaveNoClosedConnections() throws SQLException {
        takeWrites();
        connections.flush(AgroalDataSource.FlushMode.ALL);
    }

    private static void takeWrites() throws SQLException {
        alterRuntimeRole("RESET default_transaction_read_only");
    }

    @Test
    void anEventWaitsUntilItCanBeAppliedAndIsNoPoison() throws SQLException {
        KafkaProbe.publish(CASES, key, "saisei.test.happened.v1", 1, Map.of());
        await().until(() -> gauge("saisei.inbox.waiting.seconds") > 2);

        takeWrites();

        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:1"));
        assertThat(Database.rows("SELECT 1 FROM parked_event WHERE key = ?", key))
                .isEmpty();
    }

    @Test
    void aRequestIsToBeSentAgain() {
        // more often than connections wait in the pool that the database has closed
        for (int i = 0; i < 30; i++) {
            given().auth()
                    .oauth2(Tokens.hospital("F-1"))
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body("{\"documentNumber\": \"D-1\"}")
                    .post("/things")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("detail", equalTo("Nothing was recorded."));
        }
    }

    @Test
    void thatNothingIsWrittenIsSeenOnTheGauge() throws SQLException {
        await().until(() -> gauge("saisei.database.unwritten.seconds") > 3);

        takeWrites();

        await().until(() -> gauge("saisei.database.unwritten.seconds") < 2);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private static void alterRuntimeRole(String change) throws SQLException {
        try (var runtime = Database.runtime();
                var superuser = Database.superuser();
                var statement = superuser.createStatement()) {
            var role = runtime.getMetaData().getUserName();
            statement.execute("ALTER ROLE " + role + " " + change);
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role + "'");
        }
    }
}
