package org.saisei.eligibility.toy;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.saisei.eligibility.Hospital;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;

/** What is done with the toy protocol over HTTP. */
public final class Toys {
    public static final String MOST_HOLES = "/protocols/TOY/parameters/mostHoles/changes";

    private Toys() {}

    public static Response assess(Hospital hospital, String day, String stage, Map<String, Object> facts) {
        return hospital.create(
                "/assessments",
                Hospital.with(hospital.assessment(facts), "protocol", "TOY", "stage", stage, "assessedOn", day));
    }

    public static Response change(Hospital hospital, int value, String from) {
        return change(
                Map.of("documentNumber", hospital.documentNumber(), "value", value, "from", from, "reason", "穴が増えた"));
    }

    public static Response change(Map<String, Object> body) {
        return Hospital.as(Tokens.registrar())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(MOST_HOLES);
    }

    /** As on a service where nobody has changed anything. */
    public static void forgetChanges() throws SQLException {
        try (var superuser = Database.pastTriggers();
                var delete = superuser.createStatement()) {
            delete.executeUpdate("DELETE FROM protocol_parameter_change WHERE protocol = 'TOY'");
        }
    }
}
