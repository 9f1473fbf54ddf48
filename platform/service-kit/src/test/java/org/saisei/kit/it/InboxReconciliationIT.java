package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.saisei.kit.it.Operator.act;
import static org.saisei.kit.it.Operator.awaitOpen;
import static org.saisei.kit.it.Operator.parked;
import static org.saisei.kit.test.Database.changePastTriggers;
import static org.saisei.kit.test.Reconciled.anomalies;
import static org.saisei.kit.test.Reconciled.awaitAnomaly;
import static org.saisei.kit.test.Reconciled.reconcile;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saisei.kit.id.Ids;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

/** Each anomaly of what is received, planted behind the service's back and named. */
@QuarkusTest
@WithRealParts
class InboxReconciliationIT {
    private static final String CASES = "saisei.safety.cases";
    private static final String HAPPENED = "saisei.test.happened.v1";

    @Inject
    Ids ids;

    private final String key = "R-" + UUID.randomUUID().toString().substring(0, 8);
    private UUID received = new UUID(0, 0);

    @Test
    void aMarkWithoutItsEventIsHalfApplied() throws SQLException {
        receive(2);
        changePastTriggers("DELETE FROM inbox WHERE key = ? AND seq = 2", key);

        awaitAnomaly("inbox", "HALF_APPLIED", CASES + " " + key + " 2");
    }

    @Test
    void anEventBeyondItsMarkIsHalfApplied() throws SQLException {
        receive(2);
        changePastTriggers("UPDATE inbox_mark SET last_seq = 1 WHERE key = ?", key);

        awaitAnomaly("inbox", "HALF_APPLIED", CASES + " " + key + " 2");
    }

    @Test
    void twoEventsAppliedInOnePlaceAreADuplicate() throws SQLException {
        receive(1);
        changePastTriggers(
                "INSERT INTO inbox (event_id, topic, key, seq) SELECT ?::uuid, topic, key, seq FROM inbox WHERE key = ?",
                ids.next().toString(),
                key);

        awaitAnomaly("inbox", "DUPLICATED", CASES + " " + key);
    }

    @Test
    void anAcknowledgedEventWithoutItsEffectIsLost() throws SQLException {
        receive(1);
        awaitAcknowledged();
        changePastTriggers("DELETE FROM inbox WHERE key = ?", key);

        await().untilAsserted(() -> assertThat(anomalies("received", "LOST")).isNotEmpty());

        changePastTriggers(
                "INSERT INTO inbox (event_id, topic, key, seq) VALUES (?::uuid, ?, ?, 1)",
                received.toString(),
                CASES,
                key);
    }

    @Test
    void anEventThatIsParkedForLongIsUnseen() throws SQLException {
        KafkaProbe.publish(CASES, key, HAPPENED, 2, Map.of());
        awaitOpen(key, 1);
        // the ids of what other tests have left there would fill the list
        changePastTriggers("UPDATE parked_event SET resolved_at = now(), resolution = 'DISCARDED' WHERE key <> ?", key);
        changePastTriggers("UPDATE parked_event SET parked_at = parked_at - interval '2 minutes' WHERE key = ?", key);

        awaitAnomaly("inbox", "UNSEEN", parked(key, "GAP"));
    }

    @Test
    void whatAnOperatorHasDiscardedOrGivenUpIsNoAnomaly() {
        RecordingHandlers.refuse(key, 1);
        publish(1);
        publish(2);
        publish(5);
        awaitOpen(key, 3);
        act(parked(key, "POISON"), "discard", "{\"documentNumber\": \"INC-1\", \"reason\": \"test\"}")
                .then()
                .statusCode(201);
        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:2"));
        var afterGap = await().until(() -> parked(key, "GAP"), Objects::nonNull);
        act(afterGap, "replay", "{\"documentNumber\": \"INC-1\", \"reason\": \"test\", \"skipMissing\": true}")
                .then()
                .statusCode(201);

        assertThat(reconcile().asString()).doesNotContain(key);
    }

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
}
