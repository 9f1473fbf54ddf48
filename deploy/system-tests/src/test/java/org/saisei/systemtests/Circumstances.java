package org.saisei.systemtests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.saisei.stack.ServiceName;

/**
 * Brings about what an operation needs, by its {@code x-saisei-needs}, and no documented request can: on the topics, under
 * keys of its own, and where the broker would have to refuse an event, in the database.
 */
public final class Circumstances {
    /** Of records that no service has published. */
    public static final String SOURCE = "/saisei/system-tests";

    private static final String POISON = "poison-event";
    private static final String AFTER_A_GAP = "event-after-a-gap";
    private static final String REFUSED = "refused-event";
    private static final String FORGOTTEN = "forgotten-event";

    private final Stack stack;
    private final String run = UUID.randomUUID().toString().substring(0, 13);
    private final Map<String, String> ids = new HashMap<>();

    Circumstances(Stack stack) {
        this.stack = stack;
    }

    /** Publishes on a topic of each service what it will park, which takes it a moment. */
    void prepare() {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", stack.processes().kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            Subscriptions.of(Repository.root()).values().stream()
                    .map(topics -> topics.first())
                    .distinct()
                    .forEach(topic -> {
                        producer.send(record(topic, key(POISON), 1, "no JSON"));
                        producer.send(record(topic, key(AFTER_A_GAP), 2, "{}"));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the operation is to be tried on. */
    String idFor(Operation operation) {
        var need = operation.needs();
        return ids.computeIfAbsent(operation.service() + need, first -> switch (need) {
            case POISON, AFTER_A_GAP -> parked(operation.service(), key(need));
            case REFUSED -> refused(operation.service());
            case FORGOTTEN -> forgotten(operation.service());
            default -> throw new AssertionError(operation + " needs " + need + ", which nobody here can bring about");
        });
    }

    private String key(String need) {
        return need + "-" + run;
    }

    private String parked(ServiceName service, String key) {
        var operator = stack.caller(service, "operator", null);
        return await().atMost(Stack.PATIENCE)
                .until(
                        () -> operator.get("/parked-events?key=" + key)
                                .expect(200)
                                .body()
                                .at("/items/0/parkedEventId")
                                .asText(),
                        id -> !id.isEmpty());
    }

    /** Of an event that the broker took long ago, so that releasing it sends nothing. */
    private String refused(ServiceName service) {
        return await().atMost(Stack.PATIENCE)
                .until(() -> stack.rows(service, """
                                INSERT INTO outbox_parked_key (topic, key, outbox_id, error)
                                SELECT topic, key, id, 'RecordTooLargeException' FROM outbox o
                                WHERE published_at IS NOT NULL
                                  AND NOT EXISTS (SELECT FROM outbox_parked_key p WHERE p.outbox_id = o.id)
                                ORDER BY position LIMIT 1 RETURNING outbox_id
                                """), rows -> !rows.isEmpty())
                .getFirst()
                .getFirst()
                .toString();
    }

    /** As a restore would have left it, of a key that nobody has. */
    private String forgotten(ServiceName service) {
        return stack.rows(service, """
                        INSERT INTO forgotten_event (event_id, topic, key, seq, type, occurred_at, "partition", "offset", counted)
                        VALUES (gen_random_uuid(), 'saisei.registry.subjects', ?, 1, 'saisei.tests.happened.v1', now(), 0, 0, true)
                        RETURNING event_id
                        """, key(FORGOTTEN)).getFirst().getFirst().toString();
    }

    /** As no service would publish it. */
    public static ProducerRecord<String, byte[]> record(String topic, String key, long sequence, String value) {
        var record = new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "saisei.tests.happened.v1",
                        "ce_source",
                        SOURCE,
                        "ce_subject",
                        key,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        String.valueOf(sequence))
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
