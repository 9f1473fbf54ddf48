package org.saisei.kit.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saisei.kit.id.Ids;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.Tokens;
import org.saisei.kit.test.WithRealParts;

/** Each anomaly planted behind the service's back, and named. */
@QuarkusTest
@WithRealParts
class ReconciliationIT {
    private static final String TOPIC = "saisei.eligibility.facilities";
    private static final String TYPE = "saisei.eligibility.accreditation-changed.v1";
    private static final String CASES = "saisei.safety.cases";
    private static final String HAPPENED = "saisei.test.happened.v1";

    @Inject
    Outbox outbox;

    @Inject
    Ids ids;

    private final String key = "R-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatIsWellIsNotNamed() {
        append(3);
        KafkaProbe.publish(ids.next(), CASES, key, HAPPENED, 1, Map.of());
        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).hasSize(1));

        var answer = reconcile();

        answer.then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("checks.check", hasItems("inbox", "outbox", "published", "received"));
        assertThat(answer.asString()).doesNotContain(key);
    }

    @Test
    void anEventThatIsCommittedAndNotSentIsUnseen() throws SQLException {
        var id = plantRow(1, "published_at IS NULL");

        awaitAnomaly("outbox", "UNSEEN", id);
    }

    @Test
    void anEventThatIsMarkedAsPublishedAndNotOnItsTopicIsLost() throws SQLException {
        var id = plantRow(1, null);

        awaitAnomaly("published", "LOST", id);
    }

    @Test
    void anEventOnTheTopicWithoutARowIsLost() {
        var id = ids.next();
        publishAsOurs(id, 1);

        awaitAnomaly("published", "LOST", id.toString());
    }

    @Test
    void anotherEventInTheSamePlaceOfTheTopicIsADuplicate() {
        append(1);
        var id = ids.next();
        publishAsOurs(id, 1);

        awaitAnomaly("published", "DUPLICATED", id.toString());
    }

    @Test
    void anEventAfterALaterOneOfItsKeyIsReordered() {
        publishAsOurs(ids.next(), 2);
        var id = ids.next();
        publishAsOurs(id, 1);

        awaitAnomaly("published", "REORDERED", id.toString());
    }

    @Test
    void aRowThatIsOtherwiseOnItsTopicIsHalfApplied() throws SQLException {
        append(1);
        change("UPDATE outbox SET seq = 2 WHERE key = ?", key);

        awaitAnomaly("published", "HALF_APPLIED", idOf("outbox"));
    }

    @Test
    void aHoleInTheOutboxIsLost() throws SQLException {
        append(3);
        change("DELETE FROM outbox WHERE key = ? AND seq = 2", key);

        awaitAnomaly("outbox", "LOST", TOPIC + " " + key);
    }

    @Test
    void aSequenceThatIsCountedFurtherThanItsEventsIsHalfApplied() throws SQLException {
        append(1);
        change("UPDATE outbox_head SET last_seq = 2 WHERE key = ?", key);

        awaitAnomaly("outbox", "HALF_APPLIED", TOPIC + " " + key);
    }

    @Test
    void aMarkWithoutItsEventIsHalfApplied() throws SQLException {
        receive(2);
        change("DELETE FROM inbox WHERE key = ? AND seq = 2", key);

        awaitAnomaly("inbox", "HALF_APPLIED", CASES + " " + key + " 2");
    }

    @Test
    void anEventBeyondItsMarkIsHalfApplied() throws SQLException {
        receive(2);
        change("UPDATE inbox_mark SET last_seq = 1 WHERE key = ?", key);

        awaitAnomaly("inbox", "HALF_APPLIED", CASES + " " + key + " 2");
    }

    @Test
    void twoEventsAppliedInOnePlaceAreADuplicate() throws SQLException {
        receive(1);
        change(
                "INSERT INTO inbox (event_id, topic, key, seq) SELECT ?::uuid, topic, key, seq FROM inbox WHERE key = ?",
                ids.next().toString(),
                key);

        awaitAnomaly("inbox", "DUPLICATED", CASES + " " + key);
    }

    @Test
    void anAcknowledgedEventWithoutItsEffectIsLost() throws SQLException {
        receive(1);
        awaitAcknowledged();
        change("DELETE FROM inbox WHERE key = ?", key);

        await().untilAsserted(() -> assertThat(anomalies("received", "LOST")).isNotEmpty());

        change(
                "INSERT INTO inbox (event_id, topic, key, seq) VALUES (?::uuid, ?, ?, 1)",
                received.toString(),
                CASES,
                key);
    }

    @Test
    void anEventThatIsParkedForLongIsUnseen() throws SQLException {
        KafkaProbe.publish(CASES, key, HAPPENED, 2, Map.of());
        await().until(() ->
                !Database.rows("SELECT 1 FROM parked_event WHERE key = ?", key).isEmpty());
        // the ids of what other tests have left there would fill the list
        change("UPDATE parked_event SET resolved_at = now(), resolution = 'DISCARDED' WHERE key <> ?", key);
        change("UPDATE parked_event SET parked_at = parked_at - interval '2 minutes' WHERE key = ?", key);

        awaitAnomaly("inbox", "UNSEEN", idOf("parked_event"));
    }

    @Test
    void whatAnOperatorHasDiscardedOrGivenUpIsNoAnomaly() {
        RecordingHandlers.refuse(key, 1);
        publish(1);
        publish(2);
        publish(5);
        await().until(() ->
                Database.rows("SELECT 1 FROM parked_event WHERE key = ?", key).size() == 3);
        act("POISON", "discard", "{\"documentNumber\": \"INC-1\", \"reason\": \"test\"}");
        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:2"));
        act("GAP", "replay", "{\"documentNumber\": \"INC-1\", \"reason\": \"test\", \"skipMissing\": true}");

        assertThat(reconcile().asString()).doesNotContain(key);
    }

    @Test
    void theTimeLookedAtIsBounded() {
        operator().queryParam("hours", 0).get("/reconciliation").then().statusCode(400);
        operator().queryParam("hours", 1_000).get("/reconciliation").then().statusCode(400);
    }

    @Test
    void aRunIsAudited() {
        operator().queryParam("hours", 7).get("/reconciliation").then().statusCode(200);

        assertThat(Database.rows("SELECT 1 FROM audit WHERE action = 'reconcile' AND query = 'hours 7'"))
                .hasSize(1);
    }

    private UUID received = new UUID(0, 0);

    private void receive(int count) {
        for (int seq = 1; seq <= count; seq++) {
            publish(seq);
        }
        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).hasSize(count));
    }

    private void publish(int seq) {
        received = ids.next();
        KafkaProbe.publish(received, CASES, key, HAPPENED, seq, Map.of());
    }

    private void awaitAcknowledged() {
        await().until(() -> {
            var notRead = reconcile().path("checks.find { it.check == 'received' }.measures.notRead");
            return Integer.valueOf(0).equals(notRead);
        });
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            QuarkusTransaction.requiringNew().run(() -> outbox.append(new OutboxEvent(TOPIC, key, TYPE, example())));
        }
        await().until(() -> Database.rows("SELECT 1 FROM outbox WHERE key = ? AND published_at IS NOT NULL", key)
                        .size()
                == count);
    }

    /** A row that no act has written, of two minutes ago. */
    private String plantRow(long seq, String waiting) throws SQLException {
        var id = ids.next().toString();
        // no lane is 99: nobody sends it
        change(
                "INSERT INTO outbox (id, topic, key, seq, lane, type, occurred_at, payload, recorded_at, published_at)"
                        + " VALUES (?::uuid, ?, ?, " + seq + ", 99, ?, now(), ''::bytea, now() - interval '2 minutes', "
                        + (waiting == null ? "now()" : "NULL") + ")",
                id,
                TOPIC,
                key,
                TYPE);
        return id;
    }

    private void publishAsOurs(UUID id, long seq) {
        KafkaProbe.publishRaw(
                TOPIC,
                key,
                Map.of("ce_id", id.toString(), "ce_source", "/saisei/kit-test", "ce_sequence", String.valueOf(seq)),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private String idOf(String table) {
        return Database.rows("SELECT id FROM " + table + " WHERE key = ?", key)
                .getFirst()
                .get("id")
                .toString();
    }

    private static void change(String sql, String... parameters) throws SQLException {
        try (var database = Database.pastTriggers();
                var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private static void awaitAnomaly(String check, String kind, String id) {
        await().untilAsserted(() -> assertThat(anomalies(check, kind)).contains(id));
    }

    private static List<String> anomalies(String check, String kind) {
        List<List<String>> found = reconcile()
                .path("checks.find { it.check == '%s' }.anomalies.findAll { it.kind == '%s' }.ids"
                        .formatted(check, kind));
        return found.stream().flatMap(List::stream).toList();
    }

    private void act(String reason, String act, String body) {
        String id = operator()
                .queryParam("key", key)
                .queryParam("reason", reason)
                .get("/parked-events")
                .path("items[0].parkedEventId");
        operator()
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/parked-events/" + id + "/" + act)
                .then()
                .statusCode(201);
    }

    private static Response reconcile() {
        return operator().queryParam("hours", 1).get("/reconciliation");
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth().oauth2(Tokens.token("operator", null));
    }

    private static com.fasterxml.jackson.databind.JsonNode example() {
        try (var in = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("contracts/" + TYPE + ".example.json")) {
            return new ObjectMapper().readTree(in).get("value");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
