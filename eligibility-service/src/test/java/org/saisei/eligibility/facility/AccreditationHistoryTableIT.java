package org.saisei.eligibility.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/** What stands in the tables, for the auditor and for a replica of the version before, which reads one of them only. */
@QuarkusTest
@WithRealParts
class AccreditationHistoryTableIT {
    private final Hospital hospital = Hospital.fresh();
    private final Registrar registrar = new Registrar(hospital);
    private final String path = "/facilities/" + hospital.facilityId();

    @BeforeEach
    void itIsAccredited() {
        hospital.becomeAccredited();
    }

    @Test
    void theVersionBeforeTakesASuspendedOneForWithdrawnAndAResumedOneForAccredited() {
        registrar.suspend("2026-05-01").then().statusCode(201);
        assertThat(row()).isEqualTo("WITHDRAWN null");

        registrar.resume("2026-05-11").then().statusCode(201);
        assertThat(row()).isEqualTo("ACCREDITED null");

        registrar.withdraw("2026-06-01").then().statusCode(201);
        assertThat(row()).isEqualTo("ACCREDITED 2026-05-31");
    }

    @Test
    void whatTheVersionBeforeEndedOrWithdrewIsReadSo() throws SQLException {
        registrar.suspend("2026-05-01").then().statusCode(201);
        registrar.resume("2026-05-11").then().statusCode(201);

        asTheVersionBefore(
                "UPDATE accreditation SET state = 'ACCREDITED', last_day = '2026-05-20' WHERE facility_id = ?");
        hospital.get(path + "/accreditations").then().body("items[0].state", equalTo("ACCREDITED"));
        registrar.standing("2026-05-20").then().body("state", equalTo("ACCREDITED"));
        registrar.standing("2026-05-21").then().body("state", equalTo(null));

        asTheVersionBefore("UPDATE accreditation SET state = 'WITHDRAWN' WHERE facility_id = ?");
        hospital.get(path + "/accreditations")
                .then()
                .body("items[0].state", equalTo("WITHDRAWN"))
                .body("items[0].history.state", contains("ACCREDITED", "SUSPENDED", "ACCREDITED", "WITHDRAWN"));
        registrar.standing("2026-04-10").then().body("state", equalTo("WITHDRAWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE accreditation_change SET reason = 'x'", "DELETE FROM accreditation_change"})
    void theHistoryIsNeverAltered(String statement) throws SQLException {
        try (var connection = Database.runtime();
                var altering = connection.createStatement()) {
            assertThatThrownBy(() -> altering.execute(statement)).hasMessageContaining("permission denied");
        }
    }

    private String row() {
        var row = Database.rows(
                        "SELECT state || ' ' || coalesce(last_day::text, 'null') AS text FROM accreditation"
                                + " WHERE facility_id = ?",
                        hospital.facilityId())
                .getFirst();
        return String.valueOf(row.get("text"));
    }

    private void asTheVersionBefore(String statement) throws SQLException {
        try (var connection = Database.runtime();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, hospital.facilityId());
            update.executeUpdate();
        }
    }
}
