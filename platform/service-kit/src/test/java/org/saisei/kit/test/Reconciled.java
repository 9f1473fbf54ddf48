package org.saisei.kit.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.util.List;

/** What the service under test says when an operator has it reconciled over the last hour. */
public final class Reconciled {
    private Reconciled() {}

    public static Response reconcile() {
        return given().auth()
                .oauth2(Tokens.token("operator", null))
                .queryParam("hours", 1)
                .get("/reconciliation");
    }

    /** The ids that a check names under a kind of anomaly. */
    public static List<String> anomalies(String check, String kind) {
        List<List<String>> found = reconcile()
                .then()
                .statusCode(200)
                .extract()
                .path("checks.find { it.check == '%s' }.anomalies.findAll { it.kind == '%s' }.ids"
                        .formatted(check, kind));
        return found.stream().flatMap(List::stream).toList();
    }

    /** Returns once the check names the id. */
    public static void awaitAnomaly(String check, String kind, String id) {
        await().untilAsserted(() -> assertThat(anomalies(check, kind)).contains(id));
    }
}
