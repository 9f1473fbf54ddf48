package org.saisei.kit.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.saisei.kit.test.Database.changePastTriggers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.saisei.kit.broker.Broker;
import org.saisei.kit.id.Ids;
import org.saisei.kit.outbox.Outbox;
import org.saisei.kit.outbox.OutboxEvent;
import org.saisei.kit.test.Database;
import org.saisei.kit.test.KafkaProbe;
import org.saisei.kit.test.WithRealParts;

/** A restore as the topics see it: what they have is taken out of the database behind the service's back. */
@QuarkusTest
@WithRealParts
class ComparisonIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TOPIC = "saisei.eligibility.facilities";
    private static final String TYPE = "saisei.eligibility.accreditation-changed.v1";
    private static final String CASES = "saisei.safety.cases";
    private static final String HAPPENED = "saisei.test.happened.v1";

    @Inject
    Comparison comparison;

    @Inject
    ComparisonStore store;

    @Inject
    Outbox outbox;

    @Inject
    Broker broker;

    @Inject
    Ids ids;

    private final String key = "F-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void theDatabaseThatTheServiceStartedOnIsTheOneComparedLast() {
        assertThat(store.lastOrigin()).contains(store.origin());
    }

    @Test
    void whatHasItsRowIsNotForgotten() {
        append(3);

        comparison.run(PATIENCE);

        assertThat(forgotten()).isEmpty();
    }

    @Test
    void whatHasNoRowIsKeptWithItsFacilityAndDocumentNumber() throws SQLException {
        append(3);
        restoreTo(1);

        comparison.run(PATIENCE);

        assertThat(forgotten()).extracting(row -> row.get("seq")).containsExactly(2L, 3L);
        assertThat(forgotten())
                .extracting(row -> row.get("facility_id"), row -> row.get("document_number"))
                .containsOnly(org.assertj.core.groups.Tuple.tuple(
                        example().path("facilityId").asText(),
                        example().path("documentNumber").asText()));
    }

    @Test
    void whatIsFarBackIsFoundTooOnceSomethingUnknownIsMet() throws SQLException {
        append(60);
        restoreTo(2);

        comparison.run(PATIENCE);

        assertThat(forgotten()).hasSize(58);
    }

    @Test
    void newEventsGoOnBehindWhatWasForgotten() throws SQLException {
        append(3);
        restoreTo(1);

        comparison.run(PATIENCE);
        append(1);

        assertThat(KafkaProbe.awaitEvents(TOPIC, key, events -> events.size() == 4))
                .extracting(KafkaProbe.Event::sequence)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatIsKeptIsNotFoundASecondTime() throws SQLException {
        append(3);
        restoreTo(1);
        comparison.run(PATIENCE);
        comparison.run(PATIENCE);

        assertThat(Database.rows("SELECT forgotten FROM topic_comparison ORDER BY number DESC LIMIT 1"))
                .extracting(row -> row.get("forgotten"))
                .containsExactly(0L);
        assertThat(forgotten()).hasSize(2);
    }

    @Test
    void aWaitingEventThatTookAPlaceOfTheForgottenGoesBehindThem() throws SQLException {
        append(1);
        publishAsOurs(2);
        publishAsOurs(3);
        // nobody sends what waits in this lane
        changePastTriggers(
                "INSERT INTO outbox (id, topic, key, seq, lane, type, occurred_at, payload)"
                        + " SELECT gen_random_uuid(), topic, key, seq + 1, 99, type, occurred_at, payload FROM outbox WHERE key = ?",
                key);
        changePastTriggers("UPDATE outbox_head SET last_seq = 2 WHERE key = ?", key);

        comparison.run(PATIENCE);

        assertThat(Database.rows("SELECT seq FROM outbox WHERE key = ? ORDER BY seq", key))
                .extracting(row -> row.get("seq"))
                .containsExactly(1L, 4L);
        assertThat(Database.rows("SELECT last_seq FROM outbox_head WHERE key = ?", key))
                .extracting(row -> row.get("last_seq"))
                .containsExactly(4L);
        changePastTriggers("UPDATE outbox SET published_at = now() WHERE lane = 99 AND key = ?", key);
    }

    @Test
    void aPlaceIsStillNobodysToChange() throws SQLException {
        append(1);

        try (var owner = Database.owner();
                var statement = owner.createStatement()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> statement.execute("UPDATE outbox SET seq = 7 WHERE key = '" + key + "'"))
                    .hasMessageContaining("history");
        }
    }

    @Test
    void whatWasAcknowledgedAndIsNotKnownIsAppliedAgain() throws SQLException {
        LongStream.rangeClosed(1, 3)
                .forEach(seq -> KafkaProbe.publish(ids.next(), CASES, key, HAPPENED, seq, Map.of()));
        await().until(() -> applied() == 3);
        awaitAcknowledged();
        changePastTriggers("DELETE FROM inbox WHERE key = ? AND seq > 1", key);
        changePastTriggers("UPDATE inbox_mark SET last_seq = 1 WHERE key = ?", key);

        comparison.run(PATIENCE);

        assertThat(applied()).isEqualTo(3);
        assertThat(Database.rows("SELECT last_seq FROM inbox_mark WHERE key = ?", key))
                .extracting(row -> row.get("last_seq"))
                .containsExactly(3L);
    }

    @Test
    void recordsThatAreNoEventsKeepNobodyFromComparing() {
        var odd = "odd\u0000" + key;
        KafkaProbe.publishRaw(CASES, odd, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        KafkaProbe.publishRaw(
                TOPIC,
                odd,
                Map.of("ce_id", ids.next().toString(), "ce_source", "/saisei/kit-test", "ce_sequence", "1"),
                "{}".getBytes(StandardCharsets.UTF_8));
        await().until(() -> !Database.rows("SELECT 1 FROM parked_event WHERE key LIKE 'odd%' || ?", key)
                .isEmpty());
        awaitAcknowledged();

        comparison.run(PATIENCE);

        assertThat(Database.rows("SELECT 1 FROM forgotten_event WHERE key LIKE 'odd%'"))
                .isEmpty();
    }

    private long applied() {
        return Database.rows("SELECT 1 FROM inbox WHERE key = ?", key).size();
    }

    private void awaitAcknowledged() {
        try (var admin = broker.admin(PATIENCE);
                var reader = broker.reader(PATIENCE)) {
            var partitions = broker.partitions(List.of(CASES));
            var ends = reader.endOffsets(partitions);
            await().until(() -> {
                Map<TopicPartition, Long> read = broker.acknowledged(admin, PATIENCE);
                return partitions.stream()
                        .allMatch(partition -> read.getOrDefault(partition, 0L) >= ends.getOrDefault(partition, 0L));
            });
        }
    }

    private void append(int count) {
        int before = published();
        for (int i = 0; i < count; i++) {
            QuarkusTransaction.requiringNew().run(() -> outbox.append(new OutboxEvent(TOPIC, key, TYPE, example())));
        }
        await().until(() -> published() == before + count);
    }

    private int published() {
        return Database.rows("SELECT 1 FROM outbox WHERE key = ? AND published_at IS NOT NULL", key)
                .size();
    }

    /** As the database was when the key had so many events. */
    private void restoreTo(int seq) throws SQLException {
        changePastTriggers("DELETE FROM outbox WHERE key = ? AND seq > " + seq, key);
        changePastTriggers("UPDATE outbox_head SET last_seq = " + seq + " WHERE key = ?", key);
    }

    private List<Map<String, Object>> forgotten() {
        return Database.rows("SELECT * FROM forgotten_event WHERE key = ? ORDER BY seq", key);
    }

    private void publishAsOurs(long seq) {
        KafkaProbe.publishRaw(
                TOPIC,
                key,
                Map.of(
                        "ce_id",
                        ids.next().toString(),
                        "ce_source",
                        "/saisei/kit-test",
                        "ce_type",
                        TYPE,
                        "ce_sequence",
                        String.valueOf(seq)),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode example() {
        try (var in = ComparisonIT.class.getResourceAsStream("/contracts/" + TYPE + ".example.json")) {
            return new ObjectMapper().readTree(in).path("value");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
