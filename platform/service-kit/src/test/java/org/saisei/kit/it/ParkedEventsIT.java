package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.saisei.kit.it.Operator.act;
import static org.saisei.kit.it.Operator.awaitOpen;
import static org.saisei.kit.it.Operator.operator;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** What an operator finds of events that wait. */
@QuarkusTest
@WithRealParts
class ParkedEventsIT {
    private static final String CASES = "saisei.safety.cases";
    private static final String SUBJECTS = "saisei.registry.subjects";
    private static final String TYPE = "saisei.test.happened.v1";
    private static final String ORDER = """
            {"documentNumber": "INC-1", "reason": "Known to be wrong, its publisher has corrected it."}""";

    private final String key = "P" + UUID.randomUUID();

    @Test
    void anOperatorSeesWhereAnEventStandsAndWhyAndNotWhatItSays() {
        RecordingHandlers.refuse(key, 1);
        var eventId = KafkaProbe.publish(CASES, key, TYPE, 1, Map.of("secret", "MARKER-4711"));
        awaitOpen(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());
        KafkaProbe.publish(SUBJECTS, key, TYPE, 1, Map.of());
        awaitOpen(key, 3);

        var page = operator().queryParam("key", key).get("/parked-events");

        page.then()
                .statusCode(200)
                .body("items.reason", contains("POISON", "BEHIND", "BEHIND"))
                .body("items[0].topic", equalTo(CASES))
                .body("items[0].eventId", equalTo(eventId.toString()))
                .body("items[0].sequence", equalTo(1))
                .body("items[0].type", equalTo(TYPE))
                .body("items[0].error", containsString("IllegalStateException"))
                .body("items[0].behind", equalTo(2))
                .body("items[1].behind", nullValue())
                .body("next", nullValue());
        assertThat(page.asString()).doesNotContain("MARKER-4711", "refused by the test");
    }

    @Test
    void theListIsReadPageByPageAndByWhatIsAskedFor() {
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());
        awaitOpen(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 3, Map.of());
        awaitOpen(key, 2);

        var first = operator().queryParam("key", key).queryParam("limit", 1).get("/parked-events");
        var second = operator()
                .queryParam("key", key)
                .queryParam("limit", 1)
                .queryParam("after", first.path("next").toString())
                .get("/parked-events");

        first.then().body("items.sequence", contains(2));
        second.then().body("items.sequence", contains(3)).body("next", nullValue());
        operator()
                .queryParam("key", key)
                .queryParam("topic", SUBJECTS)
                .get("/parked-events")
                .then()
                .body("items", empty());
        operator()
                .queryParam("key", key)
                .queryParam("reason", "POISON")
                .get("/parked-events")
                .then()
                .body("items", empty());
    }

    @Test
    void aTopicThatIsNoneIsRefusedWithThoseThereAre() {
        operator()
                .queryParam("topic", "saisei.registry.subject")
                .get("/parked-events")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("query:topic"))
                .body("errors[0].message", containsString(SUBJECTS));
    }

    @Test
    void anEventThatIsNotThereIsNotFound() {
        var nobody = UUID.randomUUID().toString();

        operator().get("/parked-events/" + nobody).then().statusCode(404);
        act(nobody, "replay", ORDER).then().statusCode(404);
        act(nobody, "discard", ORDER).then().statusCode(404);
    }

    @Test
    void nobodyButAnOperatorLooks() {
        given().auth().oauth2(Tokens.registrar()).get("/parked-events").then().statusCode(403);
    }
}
