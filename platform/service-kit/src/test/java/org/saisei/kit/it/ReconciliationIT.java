package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.saisei.kit.it.Operator.operator;
import static org.saisei.kit.test.Database.changePastTriggers;
import static org.saisei.kit.test.Reconciled.awaitAnomaly;
import static org.saisei.kit.test.Reconciled.reconcile;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saisei.kit.id.Ids;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

/** What all is well with, and each anomaly of what is sent, planted behind the service's back and named. */
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
        changePastTriggers("UPDATE outbox SET seq = 2 WHERE key = ?", key);

        awaitAnomaly("published", "HALF_APPLIED", idOfRow());
    }

    @Test
    void aHoleInTheOutboxIsLost() throws SQLException {
        append(3);
        changePastTriggers("DELETE FROM outbox WHERE key = ? AND seq = 2", key);

        awaitAnomaly("outbox", "LOST", TOPIC + " " + key);
    }

    @Test
    void aSequenceThatIsCountedFurtherThanItsEventsIsHalfApplied() throws SQLException {
        append(1);
        changePastTriggers("UPDATE outbox_head SET last_seq = 2 WHERE key = ?", key);

        awaitAnomaly("outbox", "HALF_APPLIED", TOPIC + " " + key);
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

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(new OutboxEvent(TOPIC, key, TYPE, Examples.value(TYPE))));
        }
        await().until(() -> Database.rows("SELECT 1 FROM outbox WHERE key = ? AND published_at IS NOT NULL", key)
                        .size()
                == count);
    }

    /** A row that no act has written, of two minutes ago. */
    private String plantRow(long seq, String waiting) throws SQLException {
        var id = ids.next().toString();
        // no lane is 99: nobody sends it
        changePastTriggers(
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

    private String idOfRow() {
        return Database.rows("SELECT id FROM outbox WHERE key = ?", key)
                .getFirst()
                .get("id")
                .toString();
    }
}
