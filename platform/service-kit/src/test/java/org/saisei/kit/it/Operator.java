package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.Tokens;

/** What operators do. */
final class Operator {
    private Operator() {}

    static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.token("operator", null)).contentType(ContentType.JSON);
    }

    /** Returns once so many events of the key wait. */
    static void awaitOpen(String key, int count) {
        await().untilAsserted(() -> assertThat(
                        Database.rows("SELECT 1 FROM parked_event WHERE key = ? AND resolved_at IS NULL", key))
                .hasSize(count));
    }

    /** The first of the key's events that is parked for the reason. */
    static String parked(String key, String reason) {
        return operator()
                .queryParam("key", key)
                .queryParam("reason", reason)
                .get("/parked-events")
                .path("items[0].parkedEventId");
    }

    /** @param act {@code replay} or {@code discard} */
    static Response act(String parkedEventId, String act, String order) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(order)
                .post("/parked-events/" + parkedEventId + "/" + act);
    }
}
