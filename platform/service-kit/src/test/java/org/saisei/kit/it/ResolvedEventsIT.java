package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.saisei.kit.it.Operator.act;
import static org.saisei.kit.it.Operator.awaitOpen;
import static org.saisei.kit.it.Operator.operator;
import static org.saisei.kit.it.Operator.parked;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

/** What becomes of events that an operator replays or discards, and of those behind them. */
@QuarkusTest
@WithRealParts
class ResolvedEventsIT {
    private static final String CASES = "saisei.safety.cases";
    private static final String TYPE = "saisei.test.happened.v1";
    private static final String ORDER = """
            {"documentNumber": "INC-1", "reason": "Known to be wrong, its publisher has corrected it."}""";

    private final String key = "P" + UUID.randomUUID();

    @Test
    void aReplayedEventIsAppliedAndThenWhatWaitedBehindIt() {
        var poison = poisonAndOneBehind();
        RecordingHandlers.accept(key);

        var answer = act(poison, "replay", ORDER);

        answer.then()
                .statusCode(201)
                .header("Location", containsString("/parked-events/" + poison))
                .body("event.resolved.resolution", equalTo("REPLAYED"))
                .body("event.resolved.documentNumber", equalTo("INC-1"))
                .body("released", equalTo(1))
                .body("consequence", containsString("The 1 that waited behind it"));
        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:1", "cases:2"));
        awaitOpen(key, 0);
    }

    @Test
    void aReplayThatFailsAgainIsRefusedAndChangesNothing() {
        var poison = poisonAndOneBehind();
        var before = rows();

        act(poison, "replay", ORDER)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/still-poison"))
                .body("error", equalTo("IllegalStateException"));

        assertThat(rows()).isEqualTo(before);
        assertThat(RecordingHandlers.handled(key)).isEmpty();
    }

    @Test
    void aDiscardedPoisonEventHasNoEffectAndLetsTheRestOfItsKeyFlow() {
        var poison = poisonAndOneBehind();

        act(poison, "discard", ORDER)
                .then()
                .statusCode(201)
                .body("event.resolved.resolution", equalTo("DISCARDED"))
                .body("consequence", containsString("never have an effect"));

        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:2"));
        awaitOpen(key, 0);
    }

    @Test
    void anEventWhoseValueIsNoJsonIsDiscardedAndTheNextIsApplied() {
        KafkaProbe.publish(CASES, key, TYPE, 1, "no JSON");
        awaitOpen(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());
        awaitOpen(key, 2);

        act(parked(key, "POISON"), "discard", ORDER).then().statusCode(201);

        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:2"));
    }

    @Test
    void theEventWhosePlaceAForeignRecordHasTakenIsAppliedOnceThatIsDiscarded() {
        KafkaProbe.publish(CASES, key, TYPE, 1, "no JSON");
        awaitOpen(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());
        KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());
        awaitOpen(key, 3);

        act(parked(key, "POISON"), "discard", ORDER).then().statusCode(201).body("released", equalTo(2));

        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:1", "cases:2"));
        awaitOpen(key, 0);
    }

    @Test
    void theEventWhosePlaceAForeignRecordHasTakenIsAppliedAlsoIfItComesAfterThatIsDiscarded() {
        KafkaProbe.publish(CASES, key, TYPE, 1, "no JSON");
        awaitOpen(key, 1);
        act(parked(key, "POISON"), "discard", ORDER).then().statusCode(201);
        var genuine = KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());

        KafkaProbe.publish(genuine, CASES, key, TYPE, 1, Map.of());
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());

        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:1", "cases:2"));
    }

    @Test
    void aDiscardedEventThatIsSentAgainStaysWithoutEffect() {
        RecordingHandlers.refuse(key, 1);
        var poison = KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());
        awaitOpen(key, 1);
        act(parked(key, "POISON"), "discard", ORDER).then().statusCode(201);
        RecordingHandlers.accept(key);

        KafkaProbe.publish(poison, CASES, key, TYPE, 1, Map.of());
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());

        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:2"));
    }

    @Test
    void theNextPoisonEventOfAKeyIsParkedInItsTurn() {
        RecordingHandlers.refuse(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());
        awaitOpen(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());
        KafkaProbe.publish(CASES, key, TYPE, 3, Map.of());
        awaitOpen(key, 3);
        RecordingHandlers.refuse(key, 2);

        act(parked(key, "POISON"), "replay", ORDER).then().statusCode(201);

        await().untilAsserted(() -> operator()
                .queryParam("key", key)
                .queryParam("reason", "POISON")
                .get("/parked-events")
                .then()
                .body("items.sequence", contains(2)));
        assertThat(RecordingHandlers.handled(key)).containsExactly("cases:1");
    }

    @Test
    void anEventBehindAPoisonEventIsNeitherReplayedNorDiscarded() {
        var poison = poisonAndOneBehind();
        var behind = parked(key, "BEHIND");

        for (var act : List.of("replay", "discard")) {
            act(behind, act, ORDER)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/held"))
                    .body("heldBy", contains(poison));
        }
    }

    @Test
    void anEventAfterAGapIsAppliedOnceWhatIsMissingIsGivenUp() {
        KafkaProbe.publish(CASES, key, TYPE, 3, Map.of());
        awaitOpen(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 4, Map.of());
        awaitOpen(key, 2);
        var early = operator()
                .queryParam("key", key)
                .get("/parked-events")
                .path("items[0].parkedEventId")
                .toString();

        act(early, "replay", ORDER)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/too-early"))
                .body("missingFrom", equalTo(1))
                .body("missingTo", equalTo(2));
        act(early, "discard", ORDER).then().statusCode(409).body("type", equalTo("/problems/too-early"));
        act(early, "replay", """
                {"documentNumber": "INC-2", "reason": "Lost with the old cluster.", "skipMissing": true}""").then().statusCode(201).body("event.resolved.skippedFrom", equalTo(1));

        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:3", "cases:4"));
        KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());
        KafkaProbe.publish(CASES, key, TYPE, 5, Map.of());
        await().untilAsserted(() ->
                assertThat(RecordingHandlers.handled(key)).containsExactly("cases:3", "cases:4", "cases:5"));
    }

    @Test
    void anEventAfterAGapThatFailsItselfIsDroppedTogetherWithWhatIsMissing() {
        RecordingHandlers.refuse(key, 3);
        KafkaProbe.publish(CASES, key, TYPE, 3, Map.of());
        awaitOpen(key, 1);
        var order = """
                {"documentNumber": "INC-2", "reason": "Lost with the old cluster.", "skipMissing": true}""";
        act(parked(key, "GAP"), "replay", order).then().statusCode(409).body("type", equalTo("/problems/still-poison"));

        act(parked(key, "GAP"), "discard", order)
                .then()
                .statusCode(201)
                .body("event.resolved.skippedFrom", equalTo(1))
                .body("consequence", containsString("Sequences 1 to 2"));

        KafkaProbe.publish(CASES, key, TYPE, 4, Map.of());
        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:4"));
    }

    @Test
    void aResolvedEventIsNotResolvedAgain() {
        var poison = poisonAndOneBehind();
        act(poison, "discard", ORDER).then().statusCode(201);

        act(poison, "replay", ORDER)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-parked"))
                .header("Location", containsString("/parked-events/" + poison));

        operator()
                .get("/parked-events/" + poison)
                .then()
                .statusCode(200)
                .body("resolved.resolution", equalTo("DISCARDED"));
    }

    @Test
    void ofOperatorsWhoActAtOnceOneActs() throws InterruptedException {
        var poison = poisonAndOneBehind();
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> act(poison, "discard", ORDER).statusCode());
        }

        try (var operators = Executors.newFixedThreadPool(4)) {
            var statuses = operators.invokeAll(calls).stream()
                    .map(call -> call.resultNow())
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(201, 409, 409, 409);
        }
    }

    @Test
    void anActLeavesItsReasonInTheAuditTrail() {
        var poison = poisonAndOneBehind();

        act(poison, "discard", ORDER).then().statusCode(201);

        assertThat(Database.rows(
                        "SELECT action, roles::text AS roles, reason, after -> 'resolved' ->> 'documentNumber' AS document"
                                + " FROM audit WHERE kind = 'WRITE' AND ? = ANY (resource_ids)",
                        poison))
                .containsExactly(Map.of(
                        "action",
                        "discardParkedEvent",
                        "roles",
                        "{operator}",
                        "reason",
                        "Known to be wrong, its publisher has corrected it.",
                        "document",
                        "INC-1"));
    }

    @Test
    void anActWithoutAReasonIsRefused() {
        act(UUID.randomUUID().toString(), "discard", "{\"documentNumber\": \"INC-1\", \"reason\": \"  \"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
    }

    /** @return the poison event's id */
    private String poisonAndOneBehind() {
        RecordingHandlers.refuse(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());
        awaitOpen(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());
        awaitOpen(key, 2);
        return parked(key, "POISON");
    }

    private List<Map<String, Object>> rows() {
        return Database.rows("SELECT * FROM parked_event WHERE key = ? ORDER BY id", key).stream()
                .peek(row -> row.remove("payload"))
                .toList();
    }
}
