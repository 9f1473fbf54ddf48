package org.saisei.kit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

@QuarkusTest
@WithRealParts
class InboxIT {
    private static final String CASES = "saisei.safety.cases";
    private static final String SUBJECTS = "saisei.registry.subjects";
    private static final String TYPE = "saisei.test.happened.v1";

    private final String key = "K" + UUID.randomUUID();

    @Test
    void anEventDeliveredTwiceHasItsEffectOnce() {
        var id = KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());
        KafkaProbe.publish(id, CASES, key, TYPE, 1, Map.of());

        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());

        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:1", "cases:2"));
    }

    @Test
    void anEventThatComesEarlyWaitsForTheOnesBeforeIt() {
        KafkaProbe.publish(CASES, key, TYPE, 3, Map.of());
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());
        await().until(() -> waiting().equals("GAP,GAP"));

        KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());

        await().untilAsserted(() ->
                assertThat(RecordingHandlers.handled(key)).containsExactly("cases:1", "cases:2", "cases:3"));
        await().until(() -> waiting().isEmpty());
    }

    @Test
    void aPoisonEventHoldsBackItsKeyOnAllTopicsAndNoOther() {
        RecordingHandlers.refuse(key, 1);
        KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());
        await().until(() -> waiting().equals("POISON"));
        KafkaProbe.publish(CASES, key, TYPE, 2, Map.of());
        KafkaProbe.publish(SUBJECTS, key, TYPE, 1, Map.of());

        KafkaProbe.publish(CASES, key + "-other", TYPE, 1, Map.of());

        await().untilAsserted(() ->
                assertThat(RecordingHandlers.handled(key + "-other")).containsExactly("cases:1"));
        await().until(() -> waiting().equals("BEHIND,BEHIND,POISON"));
        assertThat(RecordingHandlers.handled(key)).isEmpty();
    }

    @Test
    void aRecordThatIsNoEventIsParkedAndOthersFlow() {
        KafkaProbe.publishRaw(CASES, key, Map.of(), "not even JSON".getBytes(StandardCharsets.UTF_8));

        await().until(() -> waiting().equals("POISON"));
        KafkaProbe.publish(CASES, key + "-next", TYPE, 1, Map.of());

        await().untilAsserted(() ->
                assertThat(RecordingHandlers.handled(key + "-next")).containsExactly("cases:1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0085", "x\ud83e\uddec"})
    void aRecordWithAnOddKeyIsParkedAndOthersFlow(String odd) {
        KafkaProbe.publishRaw(CASES, key + odd.repeat(3_000), Map.of(), new byte[0]);

        await().untilAsserted(() -> assertThat(
                        Database.rows("SELECT 1 FROM parked_event WHERE key LIKE ? || '%' AND reason = 'POISON'", key))
                .hasSize(1));
        KafkaProbe.publish(CASES, key + "-next", TYPE, 1, Map.of());

        await().untilAsserted(() ->
                assertThat(RecordingHandlers.handled(key + "-next")).containsExactly("cases:1"));
    }

    @Test
    void anEventWhoseValueIsNoJsonWaitsForItsTurnLikeAnyOther() {
        KafkaProbe.publish(CASES, key, TYPE, 2, "no JSON");
        await().until(() -> waiting().equals("GAP"));

        KafkaProbe.publish(CASES, key, TYPE, 1, Map.of());

        await().until(() -> waiting().equals("POISON"));
        assertThat(RecordingHandlers.handled(key)).containsExactly("cases:1");
    }

    @Test
    void whatWasParkedBehindAPoisonEventWhileThatWasResolvedIsAppliedAllTheSame() throws SQLException {
        KafkaProbe.publish(CASES, key, TYPE, 3, Map.of());
        await().until(() -> waiting().equals("GAP"));

        Database.changePastTriggers(
                "UPDATE parked_event SET reason = 'BEHIND', seq = 1 WHERE key = ? AND resolved_at IS NULL", key);

        await().untilAsserted(() -> assertThat(RecordingHandlers.handled(key)).containsExactly("cases:1"));
    }

    private String waiting() {
        return (String) Database.rows(
                        "SELECT coalesce(string_agg(reason, ',' ORDER BY reason), '') AS r FROM parked_event"
                                + " WHERE key = ? AND resolved_at IS NULL",
                        key)
                .getFirst()
                .get("r");
    }
}
