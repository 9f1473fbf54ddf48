package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.saisei.kit.it.Operator.operator;
import static org.saisei.kit.test.Database.changePastTriggers;
import static org.saisei.kit.test.Reconciled.anomalies;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.WithRealParts;

/** What an operator sees of acts that a restore has lost, and what reconciliation says of them. */
@QuarkusTest
@WithRealParts
class ForgottenEventsIT {
    private static final String TOPIC = "saisei.eligibility.facilities";
    private static final String TYPE = "saisei.eligibility.accreditation-changed.v1";

    @Inject
    Outbox outbox;

    private final String key = "F-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anOperatorFindsAnActByItsDocumentNumber() throws SQLException {
        var event = forget();

        operator()
                .queryParam("documentNumber", "D-" + key)
                .get("/forgotten-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].eventId", equalTo(event))
                .body("items[0].facilityId", equalTo("F-1"))
                .body("items[0].sequence", equalTo(2));
    }

    @Test
    void aResolvedActIsNoLongerOpenAndSaysWhoResolvedItAndWhy() throws SQLException {
        var event = forget();

        resolve(event, "RE_ENTERED")
                .then()
                .statusCode(201)
                .header("Location", containsString("/forgotten-events/" + event))
                .body("resolved.resolution", equalTo("RE_ENTERED"))
                .body("resolved.documentNumber", equalTo("INC-4"));

        list().then().body("items", empty());
        operator()
                .queryParam("key", key)
                .queryParam("state", "resolved")
                .get("/forgotten-events")
                .then()
                .body("items", hasSize(1));
        assertThat(Database.rows(
                        "SELECT 1 FROM audit WHERE action = 'resolveForgottenEvent' AND ? = ANY (resource_ids)"
                                + " AND before IS NOT NULL AND reason IS NOT NULL",
                        event))
                .hasSize(1);
    }

    @Test
    void whatIsResolvedIsNotResolvedAgain() throws SQLException {
        var event = forget();
        resolve(event, "GIVEN_UP").then().statusCode(201);

        resolve(event, "RE_ENTERED").then().statusCode(409).body("type", equalTo("/problems/not-open"));
    }

    @Test
    void anActThatIsNotThereIsNotFound() {
        operator().get("/forgotten-events/" + UUID.randomUUID()).then().statusCode(404);
        resolve(UUID.randomUUID().toString(), "GIVEN_UP").then().statusCode(404);
    }

    @Test
    void anUnknownResolutionIsRefused() throws SQLException {
        resolve(forget(), "FOUND").then().statusCode(400);
    }

    @Test
    void aHoleOfAForgottenActIsLostUntilItIsResolved() throws SQLException {
        var event = forget();
        assertThat(anomalies("outbox", "LOST")).contains(TOPIC + " " + key);

        resolve(event, "GIVEN_UP").then().statusCode(201);

        assertThat(anomalies("outbox", "LOST")).doesNotContain(TOPIC + " " + key);
        assertThat(anomalies("outbox", "HALF_APPLIED")).doesNotContain(TOPIC + " " + key);
    }

    /** The second of three events of the key. */
    private String forget() throws SQLException {
        for (int i = 0; i < 3; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(new OutboxEvent(TOPIC, key, TYPE, Examples.value(TYPE))));
        }
        await().until(() -> Database.rows("SELECT 1 FROM outbox WHERE key = ? AND published_at IS NOT NULL", key)
                        .size()
                == 3);
        changePastTriggers(
                "INSERT INTO forgotten_event (event_id, topic, key, seq, type, occurred_at, facility_id, document_number,"
                        + " \"partition\", \"offset\", counted)"
                        + " SELECT id, topic, key, seq, type, occurred_at, 'F-1', 'D-' || key, lane, 0, true FROM outbox"
                        + " WHERE key = ? AND seq = 2",
                key);
        changePastTriggers("DELETE FROM outbox WHERE key = ? AND seq = 2", key);
        return Database.rows("SELECT event_id FROM forgotten_event WHERE key = ?", key)
                .getFirst()
                .get("event_id")
                .toString();
    }

    private Response list() {
        return operator().queryParam("key", key).get("/forgotten-events");
    }

    private static Response resolve(String eventId, String resolution) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"documentNumber": "INC-4", "resolution": "%s", "reason": "Asked the hospital."}""".formatted(resolution))
                .post("/forgotten-events/" + eventId + "/resolution");
    }
}
