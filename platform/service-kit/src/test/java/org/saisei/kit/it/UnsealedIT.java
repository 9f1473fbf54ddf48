package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** A sealer that is kept out, while the service itself is served by the database as before. */
@QuarkusTest
@WithRealParts
class UnsealedIT {
    private static final Logger LOG = Logger.getLogger("org.saisei.kit.audit.seal.Sealer");

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "quarkus.datasource.sealer.username")
    String sealer;

    @ConfigProperty(name = "quarkus.datasource.sealer.password")
    String password;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(((ExtLogRecord) line).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(ear);
    }

    @AfterEach
    void letTheSealerIn() throws SQLException {
        LOG.removeHandler(ear);
        setPassword(password);
    }

    @Test
    void theAgeOfWhatWaitsRisesAndTheCauseIsToldOnce() throws SQLException {
        setPassword("another one since tonight");
        Database.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ?", sealer);
        given().auth()
                .oauth2(Tokens.token("operator", null))
                .get("/audit/head")
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(seconds()).isGreaterThan(2));
        assertThat(told).filteredOn(line -> line.contains("28P01")).hasSize(1);

        setPassword(password);
        await().untilAsserted(() -> assertThat(seconds()).isZero());
        assertThat(told).last().isEqualTo("the audit trail is sealed again");
    }

    private double seconds() {
        return meters.get("saisei.audit.unsealed.seconds").gauge().value();
    }

    private void setPassword(String to) throws SQLException {
        try (var connection = Database.superuser();
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + sealer + " PASSWORD '" + to + "'");
        }
    }
}
